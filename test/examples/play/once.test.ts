/** One live invocation of an order, however it is tapped and in however many tabs. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { approve, part, tap, told } from '../../../examples/play/payer.ts'
import { openScene, type Payer, paidOnce, type Scene, sleep } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterEach(() => scene.clear())
afterAll(() => scene.stop())

const sheets = (page: Page) => page.locator('#wallet-sheet').count()

/** A second tab of the same browser at the same checkout. */
const twin = async ({ context, page }: Payer): Promise<Page> => {
  const other = await context.newPage()
  await other.goto(page.url())
  await part(other, 'wallet').first().waitFor()
  return other
}

const expectPaid = async (payer: Payer, page = payer.page) => {
  expect(await told(page)).toBe('paid')
  expect(await scene.books(payer)).toEqual(paidOnce)
}

describe('one invocation', () => {
  it('for a double tap', async () => {
    const payer = await scene.buyer('wechat')
    const { page } = payer
    await part(page, 'wechat').waitFor()
    await part(page, 'wechat').evaluate((button: HTMLElement) => {
      button.click()
      button.click()
    })
    await approve(page)
    await expectPaid(payer)
    expect(await sheets(page)).toBe(0)
    expect(payer.calls.payments.size).toBe(1)
  })

  it('for two tabs that are tapped at once', async () => {
    const payer = await scene.buyer('alipay')
    const other = await twin(payer)
    await Promise.all([tap(payer.page, 'alipay'), tap(other, 'alipay')])
    const pages = [payer.page, other]
    await expect.poll(async () => (await Promise.all(pages.map(sheets))).join(), { timeout: 8000 }).toMatch(/1/)
    await sleep(1000)
    const shown = await Promise.all(pages.map(sheets))
    expect([...shown].sort()).toEqual([0, 1])
    const paying = pages[shown.indexOf(1)] ?? other
    await approve(paying)
    await expectPaid(payer, paying)
    expect(payer.calls.payments.size).toBe(1)
  })

  it('for a tab that is tapped while the wallet is open in another, and both are told', async () => {
    const payer = await scene.buyer('wechat')
    const other = await twin(payer)
    await tap(payer.page, 'wechat')
    await payer.page.locator('#wallet-sheet').waitFor()
    await tap(other, 'wechat')
    await other.locator('#status[data-phase]').waitFor()
    await approve(payer.page)
    for (const page of [payer.page, other]) await expectPaid(payer, page)
    expect(await sheets(other)).toBe(0)
  })
})
