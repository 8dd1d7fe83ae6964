/** Money that does not come is never called paid, and money that came is: whatever is forged, lost or said. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { approve, part, tap, told } from '../../../examples/play/payer.ts'
import { openScene, orderOf, type Payer, paidOnce, type Scene, sleep, unpaid } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterEach(() => scene.clear())
afterAll(() => scene.stop())

/** The shop's server has answered and is asked again, and the page calls nothing paid. */
const expectUnpaid = async (payer: Payer) => {
  const asked = payer.calls.requests
  await expect.poll(() => payer.calls.requests - asked, { timeout: 8000 }).toBeGreaterThan(0)
  expect(await payer.page.locator('#status').getAttribute('data-result')).toBe('')
  await part(payer.page, 'stop').click()
  expect(await told(payer.page)).toBe('pending')
  expect(await scene.books(payer)).toEqual(unpaid)
}

describe('not paid', () => {
  it.each([
    ['wechat', 'paySign'],
    ['alipay', 'tradeNO'],
  ] as const)(
    'where somebody changed what was signed for %s',
    async (wallet, field) => {
      const payer = await scene.buyer(wallet)
      await payer.context.route('**/pay/prepare', async (route) => {
        const response = await route.fetch()
        const answer = await response.json()
        if (answer.action?.[field]) answer.action[field] = answer.action[field].replace(/[0-9A-Za-z]{4}/, '1234')
        Object.assign(payer.calls, { payment: answer.payment, order: answer.order })
        payer.calls.payments.add(answer.payment)
        await route.fulfill({ response, json: answer })
      })
      await tap(payer.page, wallet)
      await payer.page.locator('#status[data-phase="confirming"]').waitFor()
      await expectUnpaid(payer)
    },
    20_000,
  )

  it('where the amount is not the one that the page showed, and nothing is shown to pay by', async () => {
    const { page, ...payer } = await scene.buyer('pc')
    await part(page, 'wechat').waitFor()
    await scene.town.merchant.reprice(orderOf({ page }), 9900)
    await tap(page, 'wechat')
    expect(await told(page)).toBe('failed')
    expect(await part(page, 'advice').textContent()).toContain('价格变了')
    expect(await page.locator('[part~="qr"] svg').count()).toBe(0)
    expect(await scene.books(payer)).toEqual(unpaid)
  })

  it.each(['wechat', 'alipay'] as const)('where a stranger tells the merchant of a payment by %s', async (wallet) => {
    scene.town.wallets.faults.notification = 'forged'
    const payer = await scene.buyer('pc')
    await tap(payer.page, wallet)
    await payer.page.locator('[part~="qr"] svg').waitFor()
    await sleep(2500)
    expect(await payer.page.locator('#status').getAttribute('data-phase')).toBe('showing')
    expect(await scene.books(payer)).toEqual(unpaid)
  })

  it.each(['wechat', 'alipay'] as const)(
    'where %s says ok and moved no money',
    async (wallet) => {
      scene.town.wallets.faults.bridge = 'ok-without-payment'
      const payer = await scene.buyer(wallet)
      await tap(payer.page, wallet)
      await approve(payer.page)
      await payer.page.locator('#status[data-phase="confirming"]').waitFor()
      await expectUnpaid(payer)
    },
    20_000,
  )
})

describe.each(['wechat', 'alipay'] as const)('paid by %s all the same', (wallet) => {
  it.each(['lost', 'forged', 'twice'] as const)(
    'where its notification is %s',
    async (notification) => {
      scene.town.wallets.faults.notification = notification
      const payer = await scene.buyer('pc')
      await tap(payer.page, wallet)
      await scene.payByPhone(wallet, payer.page)
      expect(await told(payer.page)).toBe('paid')
      expect(await scene.books(payer)).toEqual(paidOnce)
    },
    20_000,
  )

  it.each(['payment-without-ok', 'silent'] as const)(
    'where its bridge took the money and is %s',
    async (bridge) => {
      scene.town.wallets.faults.bridge = bridge
      const payer = await scene.buyer(wallet)
      await tap(payer.page, wallet)
      await approve(payer.page)
      expect(await told(payer.page)).toBe('paid')
      expect(await scene.books(payer)).toEqual(paidOnce)
    },
    20_000,
  )
})
