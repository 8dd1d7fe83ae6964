// @vitest-environment happy-dom
/** A code on the screen, from its drawing to its end. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { says } from '../checkout/shop.ts'
import { qrOffer, showing } from './stand.ts'

afterEach(() => document.body.replaceChildren())

describe('a code', () => {
  it('stands there with payee, amount and time left', async () => {
    const { root, status, time, find } = await showing()
    await vi.waitFor(() => expect(root.querySelector('.qr svg')).not.toBeNull())
    expect(root.querySelector('.qr svg')?.getAttribute('aria-label')).toBe('QR code to pay: scan it with WeChat')
    expect([find('payee')?.textContent, find('amount')?.textContent]).toEqual(['小满茶铺', '¥9.90'])
    expect([status(), time()]).toEqual(['Scan with WeChat', '5:00'])
  })

  it('counts down by the second', async () => {
    const { advance, time } = await showing()
    await advance(61_000)
    expect(time()).toBe('3:59')
  })

  it('warns 20 s ahead, and says so once', async () => {
    const { advance, scene, root } = await showing()
    await advance(279_000)
    expect(scene()).toBe('showing')
    const announced = vi.fn()
    const region = root.querySelector('[role=status]')
    new MutationObserver(announced).observe(region ?? root, { childList: true, subtree: true, characterData: true })
    await advance(5_000)
    expect(scene()).toBe('ending')
    expect(announced).toHaveBeenCalledTimes(1)
  })

  it('is renewed for the same payment', async () => {
    let content = 'weixin://wxpay/bizpayurl?pr=1'
    const { press, advance, states } = await showing({ script: { prepare: () => qrOffer(content) } })
    content = 'weixin://wxpay/bizpayurl?pr=2'
    press('renew')
    await advance(100)
    expect(states.at(-1)?.qr?.content).toBe(content)
    expect(new Set(states.flatMap((state) => state?.payment ?? [])).size).toBe(1)
  })

  it('that has expired is renewed for the same payment, also when the wait for it is over', async () => {
    const { press, advance, states, scene, buttons } = await showing()
    await advance(301_000)
    expect([scene(), buttons()]).toEqual(['expired', ['renew', 'check', 'cancel']])
    await advance(30_000)
    expect([states.at(-1)?.phase, scene()]).toEqual(['settled', 'expired'])
    press('renew')
    await advance(100)
    expect(scene()).toBe('showing')
    expect(new Set(states.flatMap((state) => state?.payment ?? [])).size).toBe(1)
  })

  it('goes away once it was scanned', async () => {
    const { advance, scene, find } = await showing({ script: { status: () => says('pending', { phase: 'scanned' }) } })
    await advance(10_000)
    expect([scene(), find('code')?.hidden]).toEqual(['scanned', true])
  })

  it('comes with a link where the link pays, and with none where only a scan does', async () => {
    const alipay = await showing({ script: { prepare: () => qrOffer('https://qr.alipay.com/bax01') } })
    expect(alipay.find('link')?.getAttribute('href')).toBe('https://qr.alipay.com/bax01')
    const wechat = await showing()
    expect(wechat.find('link')?.hidden).toBe(true)
  })

  it('that cannot be drawn says what to do', async () => {
    const { advice } = await showing({ script: { prepare: () => qrOffer('付'.repeat(800)) } })
    await vi.waitFor(() => expect(advice()).toContain('take a new one'))
  })
})
