/** How a checkout is set up, and what is refused before it begins. */
import type { Call, Identity, Trace } from '../core/checkout.ts'
import { PayError } from '../core/errors.ts'
import type { AppBridge } from '../core/ports.ts'

type Headers = Readonly<Record<string, string>>

/** How the merchant's server is reached, and what may happen on the way. Each option has a default but the first. */
export interface CheckoutOptions {
  /** Base URL of the contract: `{endpoint}/prepare`, `/status`, `/close`. May be relative to the page. */
  readonly endpoint?: string
  /** Instead of `endpoint`, for shops with a client of their own: resolves to the parsed body, also of an error answer. */
  readonly send?: (call: Call, body: unknown, options: { readonly signal: AbortSignal | undefined }) => Promise<unknown>
  /** Added to each request; a function is asked each time. Default: none. */
  readonly headers?: Headers | (() => Headers | Promise<Headers>)
  /** Whether cookies go with each request, as in `fetch`. Default: `same-origin`. */
  readonly credentials?: 'omit' | 'same-origin' | 'include'
  /**
   * Reorders or forbids the kinds of action that this place can carry out, or adds one that it leaves out: `qr` on the
   * phone that would have to scan it. Default: all, best first.
   */
  readonly accepts?: (kinds: readonly string[]) => readonly string[]
  /**
   * Who pays, where the page knows it already. Default: a mini program asks its wallet for a code (`wx.login`,
   * `my.getAuthCode`), anywhere else the server sends the payer to the wallet's identity page.
   */
  readonly identity?: Identity
  /** Where the payer comes back to: an absolute URL, or a path from `/`. Default: this page. The id is added as `isopay`. */
  readonly returnUrl?: string
  /** Milliseconds after which each payment settles at the latest. Default: the action's expiry and 15 s. */
  readonly deadlineMs?: number
  /** Hosts (with port, if any) that a redirect or form may go to, besides the wallets' own and the endpoint's. */
  readonly hosts?: readonly string[]
  /** Your own app's way to the wallets' SDKs, for a page in its web-view. Default: what is found there. */
  readonly bridge?: AppBridge
  /** Told each step of each payment, redacted, for monitoring. */
  readonly observe?: (trace: Trace) => void
}

/** Names under which a secret of the merchant's is usually kept. None of them has a use on a client. */
const secretName = /private_?key|app_?secret|api_?v3_?key|mch_?key/i
const secretText = /-----BEGIN [A-Z ]*PRIVATE KEY-----/

const refuse = (code: 'config_invalid' | 'secret_in_config', detail: string): never => {
  throw new PayError(code, detail)
}

const holdsSecret = (name: string, value: unknown): boolean =>
  secretName.test(name) || (typeof value === 'string' && secretText.test(value))

const refuseSecrets = (options: object, depth = 3): void => {
  for (const [name, value] of Object.entries(options)) {
    if (holdsSecret(name, value)) refuse('secret_in_config', name)
    if (typeof value === 'object' && value !== null && depth > 0) refuseSecrets(value, depth - 1)
  }
}

/** Throws `config_invalid` or `secret_in_config`, naming the option and never its value. */
export const checkOptions = (options: CheckoutOptions): void => {
  const { endpoint, send, deadlineMs, bridge, returnUrl = '/' } = options
  refuseSecrets(options)
  if (typeof endpoint === 'string' ? endpoint === '' || send !== undefined : typeof send !== 'function')
    refuse('config_invalid', 'either endpoint (a URL) or send (a function)')
  if (!/^(https?:\/\/|\/(?!\/))/i.test(returnUrl))
    refuse('config_invalid', 'returnUrl: an absolute URL, or a path from /')
  if (bridge !== undefined && typeof bridge?.invoke !== 'function') refuse('config_invalid', 'bridge: { invoke }')
  if (deadlineMs !== undefined && !(deadlineMs > 0)) refuse('config_invalid', 'deadlineMs: a number above 0')
}

/** Throws `config_invalid` unless it can name an order: a string of 1 to 128 characters. */
export const checkOrder = (order: string): void => {
  if (typeof order !== 'string' || order === '' || order.length > 128)
    refuse('config_invalid', 'order: a string of 1 to 128 characters')
}
