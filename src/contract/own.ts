/** Own properties alone count: a polluted prototype says nothing. */

const has = Object.prototype.hasOwnProperty

/** `Object.hasOwn`, which is missing on iOS before 15.4 and in mini programs. */
export const owns = (thing: object, name: PropertyKey): boolean => has.call(thing, name)
