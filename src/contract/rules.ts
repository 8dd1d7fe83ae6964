/** What every merchant's server must keep: across devices, only these protect the payer. */
export const rules = {
  R1: {
    title: 'The order is the truth',
    text: 'Every answer says `paid`, with `paidBy`, if any payment of that order is paid. Money beyond the first is refunded by the server.',
  },
  R2: {
    title: 'An id retires only on the server’s final word',
    text: 'Renew, retry and reload keep it, and it is never answered with a second wallet order. Another wallet or way of paying under it is refused with `channel_fixed`; another order, with `payment_conflict`.',
  },
  R3: {
    title: 'Unresolved means busy',
    text: 'While closing an older wallet order of this order is unanswered, refused or too early, or the payer types a password, *prepare* answers 409 `order_busy` with `retryAfterSeconds` and opens nothing.',
  },
  R4: {
    title: 'Close is remembered',
    text: 'The row of the payment (unique id) is written before any wallet is called. Closing an unknown id leaves a row, too: a *prepare* that arrives later answers `closed` and calls no wallet.',
  },
  R5: {
    title: 'Identity stays with the payment',
    text: 'A code works once. A *prepare* without `identity` whose code was used before goes on with what that code brought, or answers `authorize`.',
  },
  R6: {
    title: '`pending` is fresh',
    text: 'It is answered after a look at the wallet’s gateway that is not older than 2 s. The server owns the deadline of a payment code: it asks, and reverses.',
  },
  R7: {
    title: 'The id authorises nothing',
    text: 'Session or token decide who may ask. Only `application/json` is taken, `returnUrl` is held against a list, and the order’s present amount is compared at each *prepare*: a payment of another amount is closed first.',
  },
  R8: {
    title: 'The amount is the order’s total, always',
    text: 'A full refund is `refunded`; a partial one stays `paid`, with `refunded`. `expiresInSeconds` is the last moment at which money can come by the action.',
  },
} as const

export type Rule = keyof typeof rules

export const ruleNames = Object.keys(rules) as readonly Rule[]

export const rulesAsText = (names: readonly Rule[]): string =>
  names.map((name) => `- **${name} ${rules[name].title}.** ${rules[name].text}`).join('\n')
