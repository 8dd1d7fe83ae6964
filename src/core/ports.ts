/** What the core and the channels need of the world, and what the world's rows look like. */
import type { Shape } from '../contract/check.ts'
import type { AbortSignalLike, Identity } from './checkout.ts'
import type { Claim, Platform } from './words.ts'

/** Says once that something must end. A plain object: mini programs have no AbortController. */
export interface Signal {
  readonly aborted: boolean
  /** Calls `listener` when it ends, or at once if it has; returns the function that forgets the listener. */
  readonly onAbort: (listener: () => void) => () => void
}

/** An HTTP answer: `body` is parsed JSON, or undefined where it was none. `retryAfter` is the header as it came. */
export interface Reply {
  readonly status: number
  readonly body: unknown
  readonly retryAfter?: string
}

export interface Request {
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
  readonly credentials: 'omit' | 'same-origin' | 'include'
  /** Over headers and body. */
  readonly timeoutMs: number
  readonly signal: Signal
}

/** The hands of one kind of runtime. Everything that is not pure goes through here. */
export interface Host {
  /** Milliseconds of the wall clock, which may jump. */
  readonly wallMs: () => number
  /** Milliseconds of a clock that never goes back, and may stand still in sleep. */
  readonly monotonicMs: () => number
  /** Runs `work` once, later; returns the function that forgets it. */
  readonly after: (delayMs: number, work: () => void) => () => void
  /** 32 hex digits of real randomness. */
  readonly newId: () => string
  /** A number in [0, 1) for jitter. */
  readonly chance: () => number
  /** Rejects where no answer came; never follows a redirect. */
  readonly post: (url: string, request: Request) => Promise<Reply>
  /** The signal as this runtime's own AbortSignal, or undefined where it has none. */
  readonly nativeSignal: (signal: Signal) => unknown
  readonly store: Store
  readonly page: Page
  /** Takes the lock of that name, or null at once where somebody holds it. The lock is dropped when the page goes. */
  readonly lock: (name: string) => Promise<(() => void) | null>
  /** A tap is about to need that lock: where a lock takes time it is taken in the press. Returns the function that forgets it. */
  readonly foresee?: (name: string) => () => void
  /** That lock is needed soon: where it takes time it is taken already, for a second. Returns the function that gives it back. */
  readonly reserve?: (name: string) => () => void
  /** Tells the other tabs, and this page's other checkouts, that something under `name` changed. */
  readonly announce: (name: string) => void
  readonly hear: (name: string, listener: () => void) => () => void
  /** A global that a wallet puts there, if it is there. */
  readonly foreign: (name: string) => unknown
  /** Calls `listener` when `event` fires on the document, with its detail; returns the function that forgets it. */
  readonly onEvent: (event: string, listener: (detail?: unknown) => void) => () => void
  /** The way to the wallets that the shop's own app handed in. */
  readonly bridge?: AppBridge | undefined
}

/** An app's own way to the wallets' SDKs. */
export interface AppBridge {
  /**
   * Hands `params`, as the server sent them, to the SDK of `wallet`, and resolves to what the SDK answered: Alipay's
   * `{ resultStatus }`, WeChat's `{ errCode }`, or `{ status: 'ok' | 'cancelled' | 'failed' }`. Anything else, silence and
   * a rejection included, says nothing: the server is asked. `signal` ends with the payment, where there are such signals.
   */
  readonly invoke: (
    wallet: string,
    params: string | Readonly<Record<string, string>>,
    signal: AbortSignalLike | undefined,
  ) => unknown
}

export interface Store {
  readonly read: (key: string) => string | null
  /** False where it could not be kept. */
  readonly write: (key: string, text: string) => boolean
  readonly erase: (key: string) => void
}

export interface Page {
  /** The page's URL, or '' where there is no page. */
  readonly url: () => string
  /** Puts another URL of the same origin into the address bar, without a load. */
  readonly rewrite: (url: string) => void
  /** Leaves by GET. False where scheme or host is not allowed; then nothing happens. */
  readonly leave: (url: string) => boolean
  /** Leaves by POST, through a form made of these fields. False as above. */
  readonly submit: (url: string, fields: Readonly<Record<string, string>>) => boolean
  readonly hidden: () => boolean
  /** Visible again, shown from the back/forward cache, focused, online: things may have happened meanwhile. */
  readonly onWake: (listener: () => void) => () => void
  readonly onHide: (listener: () => void) => () => void
}

/** One mechanism for paying. */
export interface Channel {
  /** The kind of the action it carries out. */
  readonly kind: string
  /** What that action must hold beside its `kind`, by the contract. */
  readonly shape: Shape
  /** Names of the globals it needs, for `explain()`. */
  readonly needs: readonly string[]
  /** The page goes away: the payment id must be held somewhere first. */
  readonly leaves: boolean
  /** It fetches an identity and moves no money. */
  readonly detours?: true
  /** Carries the action out. Must reach the wallet without waiting where it can: it runs in the tap. */
  readonly invoke: (action: never, host: Host, signal: Signal) => Promise<unknown>
  /** Pure and total: what the raw answer says happened. */
  readonly interpret: (raw: unknown) => Claim
}

/** What can be told of a place without asking it anything. */
export interface Signals {
  /** As the browser says it, or `''`. A hint only: it can be spoofed. */
  readonly userAgent: string
  /** How many fingers the screen feels: tells an iPad from a Mac, whose user agent it sends. */
  readonly maxTouchPoints: number
  /** Names found, such as `WeixinJSBridge`, `wx.requestPayment`, `__wxjs_environment=miniprogram`. */
  readonly objects: readonly string[]
}

/** One row of the list of places. */
export interface Place {
  readonly name: Platform
  /** What speaks for this place, or null where it is another. */
  readonly recognise: (signals: Signals) => readonly string[] | null
  /** The only wallets that can pay here, where the place belongs to one. */
  readonly wallets?: readonly string[]
  /**
   * Asks the wallet who pays, before each question for an action that was given no identity; undefined where it would not
   * say. Never rejects, and answers in some seconds at most. A place without it sends at once, in the tap.
   */
  readonly identify?: (host: Host, signal: Signal) => Promise<Identity | undefined>
  /** Best first. */
  readonly channels: readonly Channel[]
  /** Why a channel that a reader would expect is left out, by kind. */
  readonly without: Readonly<Record<string, string>>
}
