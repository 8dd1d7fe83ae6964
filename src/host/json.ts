/** Reading what a server sent. */

/** An answer of the contract is a few hundred characters: what is longer than this is none. */
const longestBody = 262_144

export const parseBody = (text: string): unknown => {
  if (text.length > longestBody) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined // a proxy's HTML page, or half an answer: the port says undefined for "no JSON"
  }
}
