/** A page in a mini program's web-view, in a real Chromium: the shop's own native page pays, and the page finds it paid. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { charges } from '../../../examples/play/books.ts'
import { heard, noCalls } from '../../../examples/play/device.ts'
import { buy, tap, tapAgain, told } from '../../../examples/play/payer.ts'
import { enclose } from '../../../examples/play/web-view.ts'
import { openScene, paidOnce, type Scene, unpaid } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterEach(() => scene.clear())
afterAll(() => scene.stop())

describe.each(['wechat', 'alipay'] as const)('%s', (wallet) => {
  const enter = async (tapped: 'pay' | 'cancel') => {
    const payer = await scene.payer('phone')
    const native = { ...payer, calls: noCalls() }
    const hand = { tapped }
    const overhear = (url: string, asked: string, answer: unknown) =>
      heard(native.calls, url, JSON.parse(asked), answer)
    await enclose(scene.town, wallet, payer.context, overhear, async () => hand.tapped)
    await payer.page.goto(`${scene.town.shop.origin}/`)
    await buy(payer.page)
    await tap(payer.page, wallet)
    return { payer, native, hand }
  }

  it('hops, opens no wallet order of its own, and tells that it is paid when it is shown again', async () => {
    const { payer, native } = await enter('pay')
    expect(await told(payer.page)).toBe('paid')
    expect([payer.calls.platform, payer.calls.channel]).toEqual([`${wallet}-webview`, `${wallet}.hop`])
    expect([native.calls.platform, native.calls.channel]).toEqual([`${wallet}-mini`, `${wallet}.mini`])
    expect([native.calls.order, await scene.books(native)]).toEqual([payer.calls.order, paidOnce])
    expect(scene.town.wallets.ledger.trades().some(({ number }) => number === payer.calls.payment)).toBe(false)
    expect(payer.complaints).toEqual([])
  })

  it('tells nothing where the payer turned back there, and can go again, for one charge in all', async () => {
    const { payer, native, hand } = await enter('cancel')
    for (const state of ['hidden', 'visible'])
      await expect.poll(() => payer.page.evaluate('document.visibilityState'), { timeout: 10_000 }).toBe(state)
    expect([await scene.books(native), await scene.books(payer)]).toEqual([unpaid, unpaid])
    hand.tapped = 'pay'
    await tapAgain(payer.page, wallet)
    expect(await told(payer.page)).toBe('paid')
    expect([native.calls.payments.size, payer.calls.payments.size]).toEqual([2, 1])
    expect([charges(scene.town, native.calls), await scene.books(native)]).toEqual([1, paidOnce])
  })
})
