/** Reads fields out of JSON that a stranger sent: a text, a whole number, or null. */

const at = (source: unknown, path: string): unknown => {
  let here = source
  for (const name of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return null
    here = Reflect.get(here, name)
  }
  return here
}

/** A text that is not empty. */
export const textAt = (source: unknown, path: string): string | null => {
  const value = at(source, path)
  return typeof value === 'string' && value !== '' ? value : null
}

/** A whole number: not a text that looks like one. */
export const wholeAt = (source: unknown, path: string): number | null => {
  const value = at(source, path)
  return typeof value === 'number' && Number.isInteger(value) ? value : null
}

/** JSON, or null where it is none. */
export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** An absolute http(s) address. */
export const isWebAddress = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text)
