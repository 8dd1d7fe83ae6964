/** The wallets' objects in a page or a mini program, simulated: what they answer, when, and whether money moves. */

/** How the wallet behaves. May be changed at any time; the next call goes by it. */
export interface WalletFaults {
  /** `ok`, `cancel`, `fail`, `unknown` as this wallet words them; `silent` answers never; or any raw answer. */
  answer: 'ok' | 'cancel' | 'fail' | 'unknown' | 'silent' | { readonly raw: unknown }
  /** Whether the money moves: `true` and `answer: 'fail'` is the wallet that lies, `false` and `ok` the other. */
  pays: boolean
  /** How long the payer takes, in milliseconds of the fake clock. */
  afterMs: number
  /** Answers a second time, as some clients do. */
  twice: boolean
}

/** A wallet's object, simulated: what it was asked, and what goes wrong. */
export interface FakeBridge {
  /** What the wallet puts into the global scope: hand it to a stage or a fake host. */
  readonly globals: Readonly<Record<string, unknown>>
  /** The parameters of each call that pays, in order. */
  readonly calls: readonly unknown[]
  /** What goes wrong at this wallet; yours to change. */
  readonly faults: WalletFaults
  /** Binds the clock it waits by, and hears of money that moves. For a stage. */
  readonly connect: (world: BridgeWorld) => void
}

export interface BridgeWorld {
  readonly after: (delayMs: number, work: () => void) => unknown
  /** Money moves by the order that these parameters name. */
  readonly paid: (params: unknown) => void
}

type Answers = Readonly<Record<'ok' | 'cancel' | 'fail' | 'unknown', unknown>>
type Say = (raw: unknown) => void

const unplugged: BridgeWorld = { after: (_, work) => work(), paid: () => {} }

const honest: WalletFaults = { answer: 'ok', pays: true, afterMs: 0, twice: false }

const rawOf = (answers: Answers, answer: Exclude<WalletFaults['answer'], 'silent'>): unknown =>
  typeof answer === 'object' ? answer.raw : answers[answer]

/** `globals` makes the wallet's object around the one function that pays. */
const makeBridge = (
  answers: Answers,
  given: Partial<WalletFaults>,
  globals: (pay: (params: unknown, say: Say) => void) => FakeBridge['globals'],
): FakeBridge => {
  const faults: WalletFaults = { ...honest, pays: (given.answer ?? 'ok') === 'ok', ...given }
  const calls: unknown[] = []
  let world = unplugged

  const pay = (params: unknown, say: Say) => {
    calls.push(params)
    world.after(faults.afterMs, () => {
      const { answer } = faults
      if (faults.pays) world.paid(params)
      if (answer === 'silent') return
      for (let times = faults.twice ? 2 : 1; times > 0; times -= 1) say(rawOf(answers, answer))
    })
  }

  const connect = (next: BridgeWorld) => {
    world = next
  }
  return { globals: globals(pay), calls, faults, connect }
}

const weixin: Answers = {
  ok: { err_msg: 'get_brand_wcpay_request:ok' },
  cancel: { err_msg: 'get_brand_wcpay_request:cancel' },
  fail: { err_msg: 'get_brand_wcpay_request:fail' },
  unknown: { err_msg: '' },
}

/**
 * `WeixinJSBridge` of WeChat's own browser. Its answers: pay.weixin.qq.com/doc/v3/merchant/4012791857, read 2026-11.
 */
export const weixinBridge = (faults: Partial<WalletFaults> = {}): FakeBridge =>
  makeBridge(weixin, faults, (pay) => ({
    WeixinJSBridge: { invoke: (_name: string, params: unknown, say: Say) => pay(params, say) },
  }))

const alipay: Answers = {
  ok: { resultCode: '9000' },
  cancel: { resultCode: '6001' },
  fail: { resultCode: '4000' },
  unknown: { resultCode: '8000' },
}

/** `AlipayJSBridge` of Alipay's own browser. Its answers: docs.antom.com, read 2026-11. */
export const alipayJsBridge = (faults: Partial<WalletFaults> = {}): FakeBridge =>
  makeBridge(alipay, faults, (pay) => ({
    AlipayJSBridge: { call: (_name: string, params: unknown, say: Say) => pay(params, say) },
  }))

/** How a mini program's functions take their callbacks: beside the parameters. */
interface Beside {
  readonly success?: Say
  readonly fail?: Say
  readonly complete?: Say
}

const sayBeside =
  ({ success, fail, complete }: Beside, isGood: (raw: unknown) => boolean): Say =>
  (raw) => {
    if (isGood(raw)) success?.(raw)
    else fail?.(raw)
    complete?.(raw)
  }

const paramsOf = <T extends Beside>({ success: _, fail: __, complete: ___, ...params }: T): unknown => params

const wx: Answers = {
  ok: { errMsg: 'requestPayment:ok' },
  cancel: { errMsg: 'requestPayment:fail cancel' },
  fail: { errMsg: 'requestPayment:fail (detail message)' },
  unknown: { errMsg: '' },
}

/**
 * `wx` of a mini program of WeChat's: `requestPayment`, and `login`, whose codes are `code-1`, `code-2` … Its answers:
 * miniprogram-api-typings 5.2.3, read 2026-11.
 */
export const wxMini = (faults: Partial<WalletFaults> = {}): FakeBridge => {
  let codes = 0
  const isOk = (raw: unknown) => Object(raw).errMsg === 'requestPayment:ok'
  return makeBridge(wx, faults, (pay) => ({
    wx: {
      requestPayment: (asked: Beside) => pay(paramsOf(asked), sayBeside(asked, isOk)),
      login: ({ success }: Beside) => success?.({ errMsg: 'login:ok', code: `code-${++codes}` }),
    },
  }))
}

/**
 * `my` of a mini program of Alipay's: `tradePay`, which calls `success` for whatever became of it, and `getAuthCode`,
 * whose codes are `code-1`, `code-2` … Its answers: @mini-types/my 3.0.14, read 2026-11.
 */
export const myMini = (faults: Partial<WalletFaults> = {}): FakeBridge => {
  let codes = 0
  return makeBridge(alipay, faults, (pay) => ({
    my: {
      tradePay: (asked: Beside) =>
        pay(
          paramsOf(asked),
          sayBeside(asked, () => true),
        ),
      getAuthCode: ({ success }: Beside) => success?.({ authCode: `code-${++codes}` }),
    },
  }))
}
