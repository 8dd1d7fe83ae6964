/** The shop's own app around a page: it hands a payment on to the wallet's app, which is in front until the payer is done. */
import type { AppBridge } from '../../src/core/ports.ts'
import { installAt, reachWallet } from './bridge.ts'
import type { Page } from './page.ts'
import { raw, type Words } from './raw.ts'
import type { Town } from './town.ts'

const wordsOf = (wallet: string): Words => (wallet === 'alipay' ? raw.alipayApp : raw.wechatApp)

const handOver = (town: Town, page: Page, params: unknown, say: (word: string) => void): void => {
  page.later(0, page.hide)
  reachWallet(town, page, params, { say, gone: page.wake })
}

/** Handed in by the shop: a promise of what the SDK said, which may never come. */
const handedIn = (town: Town, page: Page): AppBridge => ({
  invoke: (wallet, params) =>
    new Promise((resolve) => handOver(town, page, params, (word) => resolve(wordsOf(wallet)[word]))),
})

/** Found in the page: it takes a text, and answers by an event. */
const posting = (town: Town, page: Page) => ({
  postMessage: (text: string) => {
    const { id, params } = JSON.parse(text) as { id: string; params: unknown }
    handOver(town, page, params, (word) => page.fire('isopay', { ...(raw.shell[word] as object), id }))
  },
})

/** The bridge that the shop hands in, where the story has one; one that is found is put into the page. */
export const installShell = (town: Town, page: Page, fault: string | undefined): AppBridge | undefined => {
  const { way } = town.story
  if (way === 'shell')
    installAt(page, fault, () => {
      page.globals.isopay = posting(town, page)
    })
  return way === 'app' && fault !== 'bridge-missing' && fault !== 'bridge-stub' ? handedIn(town, page) : undefined
}
