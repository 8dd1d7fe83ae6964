/** The port to a wallet: what the merchant asks of WeChat Pay and of Alipay alike. */

export type WalletName = 'wechat' | 'alipay'

/** A signed action of the contract, made on the server and passed on as it is. */
export type Action = { kind: string } & Record<string, unknown>

/** A page's code comes back from the wallet's login page, a mini program's from the wallet's app. */
export type CodeKind = 'oauth-code' | 'login-code'

/** One way of paying with a wallet, named by the kind of its action. */
export interface Way {
  /** Where it works; everywhere, if it does not say. */
  platforms?: readonly string[]
  /** The wallet must know who pays before an order can be opened: the kind of code that says so there. */
  payerBy?: CodeKind
  /** A page of the shop's mini program, which pays in the place of the page that asked. */
  nativePage?: string
  /** How long money can come by it. */
  lifeSeconds: number
}

/** What a wallet order is opened for. `payment` is its trade number; `value` counts fen. */
export interface Charge {
  payment: string
  value: number
  currency: string
  title: string
  expiresAt: Date
  platform: string
  payer: string | null
  payerIp: string
  returnUrl?: string | undefined
}

/** `silent` also covers an answer that was not signed by the wallet: nobody knows what became of the call. */
export type Opened = { action: Action } | { refused: string } | 'silent'

/** What became of a payment code at once. `refused`: the wallet took nothing, and never will by this code. */
export type Charged = Seen | { refused: string }

export type Identified = { payer: string } | { refused: string } | 'silent'

export interface Money {
  value: number
  currency: string
  walletNumber: string
}

/** What the wallet says of a trade number. `absent` is no proof that no money can come: an Alipay code not yet scanned. */
export type Seen =
  | ({ state: 'paid' } & Money)
  | { state: 'open'; phase?: string }
  | { state: 'absent' | 'closed' | 'failed' | 'silent' }

/** Money that went back, by its refund number. */
export interface Returned {
  state: 'returned'
  id: string
  value: number
}

/** What a wallet told on its own account, signature and addressee checked. `id` is the same each time it is told. */
export interface Notice {
  id: string
  payment: string
  news: Seen | Returned
}

export interface Letter {
  headers: Headers
  body: string
}

export interface Reply {
  status: 200 | 403
  type: string
  body: string
}

export interface RefundOrder {
  id: string
  payment: string
  value: number
  total: number
  currency: string
  reason: string
}

export interface Wallet {
  name: WalletName
  payee: string
  ways: Readonly<Record<string, Way>>
  /** The wallet's page that comes back to `returnUrl` with a code for `identify`, and with the payment as `state`. */
  authorizeUrl(payment: string, returnUrl: string): string
  identify(code: string, kind: CodeKind): Promise<Identified>
  open(kind: string, charge: Charge): Promise<Opened>
  /** Takes the money by the code that the payer showed. The code is sent this one time. */
  charge(charge: Charge, code: string): Promise<Charged>
  query(payment: string, channel: string | null): Promise<Seen>
  /** `unresolved`: refused, too early, unanswered or unknown to the wallet. */
  close(payment: string): Promise<'closed' | 'unresolved'>
  /** Ends what a payment code began: gives the money back, if it came. As `close` otherwise. */
  reverse(payment: string): Promise<'closed' | 'unresolved'>
  /** How a payment code is looked after, in seconds: how often it is asked about, and when a reversal is taken at last. */
  codes: { lookEvery: number; reverseAfter: number }
  /** The same `id` again is the same refund, never a second one. */
  refund(order: RefundOrder): Promise<'done' | 'waiting'>
  /** Null where the letter is not the wallet's, or not for this merchant. */
  readNotice(letter: Letter): Promise<Notice | null>
  replies: { accepted: Reply; refused: Reply }
}
