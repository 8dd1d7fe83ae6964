/** The object that a wallet puts into its own browser's pages, and how it may lie. */
import { paymentIn } from './merchant-action.ts'
import type { Page } from './page.ts'
import type { Town } from './town.ts'
import type { Word } from './wallets.ts'

type Callback = (raw: unknown) => void

const wechat: Readonly<Record<string, unknown>> = {
  ok: { err_msg: 'get_brand_wcpay_request:ok' },
  cancel: { err_msg: 'get_brand_wcpay_request:cancel' },
  fail: { err_msg: 'get_brand_wcpay_request:fail' },
  unknown: { err_msg: 'get_brand_wcpay_request:what' },
  garbage: 'ok',
}
const alipay: Readonly<Record<string, unknown>> = {
  ok: { resultCode: '9000' },
  cancel: { resultCode: 6001 },
  fail: { resultCode: '4000' },
  unknown: { resultCode: '8000' },
  garbage: null,
}

const lies: Readonly<Record<string, string>> = {
  'says-ok': 'ok',
  'says-cancel': 'cancel',
  'says-fail': 'fail',
  'says-unknown': 'unknown',
  'says-garbage': 'garbage',
}

const invoke = (town: Town, page: Page, words: typeof wechat, params: unknown, callback: Callback): void => {
  const { wallets, book } = town
  const payment = paymentIn(JSON.stringify(params))
  const fault = town.pass('bridge', page)
  const speak = (word: string) => {
    town.pass('bridge.answer', page)
    if (!page.isAlive()) return
    book.wallet({ payment, did: 'said', word, page: page.id })
    callback(words[word])
  }
  wallets.sheet(payment, { by: 'bridge', page: page.id }, (word: Word) => {
    if (fault === 'never-answers' || fault === 'throws') return
    page.later(200, () => speak((fault && lies[fault]) ?? word))
    if (fault === 'answers-twice') page.later(700, () => speak(word === 'ok' ? 'cancel' : 'ok'))
  })
  if (fault !== 'throws') return
  book.wallet({ payment, did: 'said', word: 'threw', page: page.id })
  throw new Error('the bridge threw')
}

/** Puts the bridge of the story's wallet into the page, unless the place is broken. */
export const installBridge = (town: Town, page: Page, fault: string | undefined): void => {
  if (town.story.way !== 'wechat' && town.story.way !== 'alipay') return
  const isWechat = town.story.way === 'wechat'
  const name = isWechat ? 'WeixinJSBridge' : 'AlipayJSBridge'
  const method = isWechat ? 'invoke' : 'call'
  const reach = (_: string, params: unknown, callback: Callback) =>
    invoke(town, page, isWechat ? wechat : alipay, params, callback)
  const install = () => {
    page.globals[name] = { [method]: reach }
    page.fire(`${name}Ready`)
  }
  if (fault === 'bridge-stub') page.globals[name] = {}
  else if (fault === 'bridge-late') page.later(1_500, install)
  else if (fault !== 'bridge-missing') install()
}
