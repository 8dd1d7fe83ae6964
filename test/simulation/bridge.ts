/** The way from a page to a wallet's sheet and back, and how the object in between may lie. */
import { paymentIn } from './merchant-action.ts'
import type { Page } from './page.ts'
import { raw, type Words } from './raw.ts'
import type { Town } from './town.ts'
import type { Word } from './wallets.ts'

const lies: Readonly<Record<string, string>> = {
  'says-ok': 'ok',
  'says-cancel': 'cancel',
  'says-fail': 'fail',
  'says-unknown': 'unknown',
  'says-garbage': 'garbage',
}

const speechless: readonly (string | undefined)[] = ['never-answers', 'throws']

export interface Speaker {
  readonly say: (word: string, fault: string | undefined) => void
  /** Whatever it says, or does not: the sheet has gone. */
  readonly gone?: () => void
}

const opposite = (word: Word): string => (word === 'ok' ? 'cancel' : 'ok')

/** Hands `params` to the wallet. Throws where the object between them does: it has done its work by then. */
export const reachWallet = (town: Town, page: Page, params: unknown, { say, gone }: Speaker): void => {
  if (!page.isAlive()) return
  const { wallets, book } = town
  const payment = paymentIn(JSON.stringify(params))
  const fault = town.pass('bridge', page)
  const speak = (word: string) => {
    town.pass('bridge.answer', page)
    if (!page.isAlive()) return
    book.wallet({ payment, did: 'said', word, page: page.id })
    say(word, fault)
  }
  wallets.sheet(payment, { by: 'bridge', page: page.id }, (word) => {
    if (gone) page.later(0, gone)
    if (speechless.includes(fault)) return
    page.later(200, () => speak((fault && lies[fault]) ?? word))
    if (fault === 'answers-both') page.later(200, () => speak(opposite(word)))
    if (fault === 'answers-twice') page.later(700, () => speak(opposite(word)))
  })
  if (fault !== 'throws') return
  book.wallet({ payment, did: 'said', word: 'threw', page: page.id })
  throw new Error('the bridge threw')
}

/** Installs something into the page, unless the place is broken. */
export const installAt = (page: Page, fault: string | undefined, install: () => void): void => {
  if (fault === 'bridge-late') page.later(1_500, install)
  else if (fault !== 'bridge-missing' && fault !== 'bridge-stub') install()
}

const putInto = (town: Town, page: Page, name: string, method: string, words: Words, fault: string | undefined) => {
  const reach = (_: string, params: unknown, callback: (raw: unknown) => void) =>
    reachWallet(town, page, params, { say: (word) => callback(words[word]) })
  if (fault === 'bridge-stub') page.globals[name] = {}
  installAt(page, fault, () => {
    page.globals[name] = { [method]: reach }
    page.fire(`${name}Ready`)
  })
}

/** The bridge of the story's wallet, in its own browser. */
export const installBridge = (town: Town, page: Page, fault: string | undefined): void => {
  const { way } = town.story
  if (way === 'wechat') putInto(town, page, 'WeixinJSBridge', 'invoke', raw.wechat, fault)
  if (way === 'alipay') putInto(town, page, 'AlipayJSBridge', 'call', raw.alipay, fault)
}
