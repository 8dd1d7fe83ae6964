/**
 * What a channel's `invoke` answers when no wallet spoke. Known by identity, so that a bridge that lies cannot
 * answer one of these: `absent` would let a payment be called failed.
 */
export const LEFT: unique symbol = Symbol('left')
export const DETOURED: unique symbol = Symbol('detoured')
export const BRIDGE_MISSING: unique symbol = Symbol('bridge missing')
export const URL_REFUSED: unique symbol = Symbol('url refused')
