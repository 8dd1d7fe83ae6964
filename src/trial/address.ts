/** An address as it is written, or undefined where it is none. `URL.canParse` is younger than Node 18. */
export const addressIn = (text: string): URL | undefined => {
  try {
    return new URL(text)
  } catch {
    return undefined // no address: the caller says what that means
  }
}
