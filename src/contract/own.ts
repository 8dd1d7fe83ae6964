/** Own properties alone count: a polluted prototype says nothing. */

const has = Object.prototype.hasOwnProperty

/** `Object.hasOwn`, which is missing on iOS before 15.4 and in mini programs. */
export const owns = (thing: object, name: PropertyKey): boolean => has.call(thing, name)

/** A copy without a prototype: what was left out stays out, whatever the page did to Object.prototype. */
export const bare = <T extends object>(thing: object | undefined): T => Object.assign(Object.create(null), thing)
