/** Calling into foreign objects: SDKs and bridges, of which any member may be missing. */

/**
 * The function at the end of a dotted path, tied to the object that holds it; undefined where there is none.
 *
 * Throws only what a getter on the way throws.
 */
export const reach = (root: unknown, path: string): ((...args: readonly unknown[]) => unknown) | undefined => {
  let holder: unknown
  let thing = root
  for (const name of path.split('.')) {
    holder = thing
    thing = (thing as Readonly<Record<string, unknown>> | null | undefined)?.[name]
  }
  return typeof thing === 'function' ? (...args) => Reflect.apply(thing as () => unknown, holder, args) : undefined
}
