/**
 * What ky calls and older web-views lack: the build puts these in its place (`tsup.config.ts`).
 *
 * Chromium before 71 has no `globalThis`, before 73 no `Object.fromEntries`; before 93, and iOS before 15.4, no `Object.hasOwn`.
 */
export { owns as hasOwn } from '../contract/own.ts'

/** The page's, a worker's or Node's; a bare engine has nothing of it, and uni-app makes ky look there when it starts. */
export const everything: unknown = typeof self === 'object' ? self : typeof global === 'object' ? global : {}

export const fromEntries = <T>(entries: Iterable<readonly [PropertyKey, T]>): Record<PropertyKey, T> => {
  const made: Record<PropertyKey, T> = {}
  for (const [name, value] of entries) made[name] = value
  return made
}
