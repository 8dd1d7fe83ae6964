/** Every page keeps to its policy: own scripts and styles only, and forms to the wallet's cashier. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { approve, confirm, tap, told } from '../../../examples/play/payer.ts'
import { openScene, orderOf, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterEach(() => scene.clear())
afterAll(() => scene.stop())

describe('under a policy of default-src self', () => {
  it('no page breaks it, and no console complains', async () => {
    const { shop } = scene.town
    const [pc, phone] = [await scene.buyer('pc'), await scene.buyer('wechat')]
    const order = new URL(pc.page.url()).search
    await tap(pc.page, 'alipay')
    await pc.page.locator('[part~="qr"] svg').waitFor()
    await tap(phone.page, 'wechat')
    await approve(phone.page)
    await told(phone.page)
    const screens = { '/': '#buy', '/shelf': '#qr svg', '/fixed': '#qr svg', '/fixed/pay': '#value' }
    const ofOrder = {
      [`/link${order}`]: '#page-qr svg',
      [`/return${order}`]: '#status',
      [`/checkout${order}`]: '#status',
    }
    for (const [path, sign] of Object.entries({ ...screens, ...ofOrder })) {
      const answer = await pc.page.goto(shop.origin + path)
      expect(answer?.headers()['content-security-policy']).toMatch(/^default-src 'self'; form-action 'self' http\S+$/)
      await pc.page.locator(sign).waitFor()
    }
    expect([...pc.complaints, ...phone.complaints]).toEqual([])
  })

  it('a form goes to the wallet’s cashier, and nowhere else', async () => {
    const payer = await scene.buyer('pc')
    const { page, complaints } = payer
    const hosts = [new URL(scene.town.wallets.origin).host]
    const options = JSON.stringify({ endpoint: '/pay', hosts })
    await page.evaluate(`import('/isopay/index.js').then(({ createCheckout }) =>
      void createCheckout({ ...${options}, accepts: () => ['form'] }).pay('${orderOf(payer)}', { wallet: 'alipay' }))`)
    await confirm(page)
    expect(await told(page)).toBe('paid')
    await page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<form id=f action="https://foreign.example/">'); f.submit()`,
    )
    await expect.poll(() => complaints.join()).toContain('form-action https://foreign.example')
  })

  it('a breach would have been heard', async () => {
    const { page, complaints } = await scene.buyer('pc')
    await page.evaluate(`document.body.append(Object.assign(document.createElement('script'), { text: '0' }))`)
    await expect.poll(() => complaints.join()).toContain('script-src-elem inline')
  })
})
