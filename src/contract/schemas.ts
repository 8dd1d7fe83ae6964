/**
 * The contract between isopay and a merchant's server, written once.
 *
 * Three calls, JSON over POST below one `endpoint`: `prepare`, `status`, `close`. Types, the client's own check
 * (`derived.ts`) and documents are made from this file by `npm run derive`. Only this file and `actions.ts` import zod.
 * Unknown fields are ignored everywhere, so that the contract can grow.
 */
import * as z from 'zod'
import { actions } from './actions.ts'

/** 32 hex digits made by the client: idempotency key, trade number and OAuth `state` in one. It authorises nothing. */
export const paymentId = z.string().regex(/^[0-9a-f]{32}$/)

/** The merchant's own name for what the payer owes for: 1 to 128 characters. */
export const orderHandle = z.string().min(1).max(128)

/** An order's total: `value` counts the currency's minor unit (fen, cent), `currency` is ISO 4217. */
export const amount = z.object({ value: z.int().min(1), currency: z.string().regex(/^[A-Z]{3}$/) })

/** Who pays, where a wallet must know it before an order can be opened. Each value works once. */
export const identity = z.object({
  kind: z.enum(['oauth-code', 'login-code', 'payment-code']),
  value: z.string().min(1).max(512),
})

const asked = { payment: paymentId, order: orderHandle }

/**
 * Asks for signed parameters. `accepts` names the kinds of action that work there, best first; `returnUrl` is where the
 * payer comes back to, to be held against a list of yours. The same `payment` may come again: see rules R2 and R4.
 */
export const prepareRequest = z.object({
  ...asked,
  platform: z.string().min(1).max(64),
  accepts: z.array(z.string().min(1).max(64)).max(32),
  wallet: z.string().min(1).max(32).optional(),
  identity: identity.optional(),
  returnUrl: z.string().min(1).max(2048).optional(),
})

/** Asks what became of the money. `waitSeconds`: the answer may be held so long, until something changes. */
export const statusRequest = z.object({
  ...asked,
  nonce: paymentId,
  waitSeconds: z.int().min(0).max(60).optional(),
})

/** Asks to close what is unpaid. Safe to repeat, also for an id that was never heard of (R4). */
export const closeRequest = z.object(asked)

/** What a server can say of an order. Anything else is unknown, and unknown is never success and never failure. */
export const status = z.enum(['pending', 'paid', 'closed', 'failed', 'refunded'])

/** The server's word: the order's status, bound to the payment, the order and the amount that were asked about. */
export const word = z.object({
  ...asked,
  amount,
  status,
  phase: z.string().max(64).optional(),
  retryAfterSeconds: z.number().min(0).optional(),
  paidBy: paymentId.optional(),
  refunded: z.object({ value: z.int().min(1) }).optional(),
})

/** An answer to *status*: the word, with the nonce that was sent, so that no stored answer can stand in for it. */
export const statusAnswer = z.object({ ...word.shape, nonce: paymentId })

/** An answer to *prepare* that can be carried out. `expiresInSeconds` counts from now; no money comes by it later. */
export const prepared = z.object({
  ...asked,
  amount,
  expiresInSeconds: z.int().min(0),
  action: z.object({ kind: z.string().min(1).max(64) }),
  payee: z.string().max(256).optional(),
  title: z.string().max(256).optional(),
})

/** An answer with an HTTP status of 400 and above. `message` is for developers, and is shown to nobody. */
export const errorAnswer = z.object({
  error: z.object({ code: z.string().min(1).max(64), message: z.string().max(2048) }),
  retryAfterSeconds: z.number().min(0).optional(),
})

/** What a server sends, by name. */
export const answers = { prepared, word, statusAnswer, errorAnswer }
/** What a server is sent, by name. */
export const requests = { prepareRequest, statusRequest, closeRequest }
export { actions }
