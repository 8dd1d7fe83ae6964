/** What the network does to a page's calls. */

export const networks = ['normal', 'offline', 'slow', 'lost', 'errors'] as const

/**
 * `offline`: nothing arrives · `slow`: each call takes `slowMs` longer · `lost`: the next answer is lost, after the
 * server has done what was asked · `errors`: HTTP 500, and the server hears nothing.
 */
export type Network = (typeof networks)[number]

export const slowMs = 2500

export const isNetwork = (value: unknown): value is Network => networks.some((each) => each === value)

export const serverError = { error: { code: 'internal', message: 'The lab’s network says 500' } }
