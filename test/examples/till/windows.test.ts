/** The cashier's page in a real Chromium: two windows of one till, a reload in the middle, and a policy that nothing breaks. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { beScanned, confirm, showCode, told, typePassword } from '../../../examples/play/payer.ts'
import { openScene, type Payer, type Scene } from '../play/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
}, 120_000)
afterEach(() => scene.clear())
afterAll(() => scene.stop())

const sell = async ({ page }: Pick<Payer, 'page'>, yuan: string) => {
  await page.goto(`${scene.town.till.origin}/`)
  await page.locator('#value').fill(yuan)
  await page.locator('#charge').click()
  await page.locator('#payment').waitFor()
}

const codeOn = async (phone: Payer) => showCode(phone.page, scene.town.wallets.origin, 'wechat')

it('is paid by a scan, and a policy of default-src self holds', async () => {
  const [cashier, phone] = [await scene.payer('pc'), await scene.payer('phone')]
  await sell(cashier, '8.80')
  await beScanned(cashier.page, await codeOn(phone))
  expect(await told(cashier.page)).toBe('paid')
  expect([...cashier.complaints, ...phone.complaints]).toEqual([])
})

it('goes on after a reload while the payer types, and sends no code again', async () => {
  const [cashier, phone] = [await scene.payer('pc'), await scene.payer('phone')]
  await sell(cashier, '1288')
  await beScanned(cashier.page, await codeOn(phone))
  await phone.page.locator('#password').waitFor()
  await cashier.page.reload()
  await cashier.page.locator('#unresolved button').waitFor()
  await typePassword(phone.page)
  await confirm(phone.page)
  await cashier.page.locator('#unresolved').waitFor({ state: 'hidden' })
  expect([cashier.calls.payments.size, await scene.books(cashier)]).toEqual([1, { charges: 1, status: 'paid' }])
})

it('shows in a second window what the first has under way, and can reverse it there', async () => {
  const [cashier, phone] = [await scene.payer('pc'), await scene.payer('phone')]
  scene.town.wallets.faults.passwordAbove = 0
  await sell(cashier, '8.80')
  await beScanned(cashier.page, await codeOn(phone))
  await phone.page.locator('#password').waitFor()
  const window = await cashier.context.newPage()
  await window.goto(`${scene.town.till.origin}/`)
  await window.locator('#unresolved button').click()
  await cashier.page.locator('#status[data-result="closed"]').waitFor({ timeout: 25_000 })
  expect(await scene.books(cashier)).toEqual({ charges: 0, status: 'closed' })
}, 40_000)
