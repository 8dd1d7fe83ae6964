/** Reading what others hand over, which may be anything, a trap included. */
import { owns } from '../contract/own.ts'

/**
 * The text or number that `thing` itself holds under `name`, as text; '' where there is none.
 *
 * Own properties only, so that a polluted prototype says nothing. A getter or proxy that throws says nothing either.
 */
export const ownText = (thing: unknown, name: string): string => {
  if (typeof thing !== 'object' || thing === null) return ''
  try {
    if (!owns(thing, name)) return ''
    const value: unknown = (thing as Record<string, unknown>)[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  } catch {
    return ''
  }
}
