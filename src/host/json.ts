/** Reading what a server sent. */

/** An answer of the contract is a few hundred characters, and five levels deep: what is beyond these is none. */
const longestBody = 262_144
const deepest = 32

const isWithin = (depth: number, value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (depth > 0 && Object.values(value).every((inner) => isWithin(depth - 1, inner)))

export const parseBody = (text: string): unknown => {
  if (text.length > longestBody) return undefined
  try {
    const body: unknown = JSON.parse(text)
    return isWithin(deepest, body) ? body : undefined
  } catch {
    return undefined // a proxy's HTML page, or half an answer: the port says undefined for "no JSON"
  }
}

/** What a runtime has parsed by itself, held to the same measures. */
export const plainBody = (data: unknown): unknown => {
  try {
    return parseBody(JSON.stringify(data))
  } catch {
    return undefined // nothing at all, or no tree: the same as no JSON
  }
}
