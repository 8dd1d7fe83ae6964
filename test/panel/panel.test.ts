// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { offer, redirectAction, refuses, says } from '../checkout/shop.ts'
import { qrOffer, stand } from './stand.ts'

afterEach(() => document.body.replaceChildren())

const showing = async (options: Parameters<typeof stand>[0] = {}) => {
  const made = stand(options)
  made.press('wechat')
  await made.advance(100)
  return made
}

describe('the wallets', () => {
  it('that can pay here are offered, and how to come to the others is said', () => {
    const { buttons, find } = stand()
    expect(buttons()).toEqual(['wechat'])
    expect(find('elsewhere')?.textContent).toBe('To use Alipay, tap “···” and choose “Open in browser”.')
  })

  it('are none where the shop takes none of this place', () => {
    const { scene, buttons } = stand({ setting: { wallets: ['alipay'] } })
    expect([scene(), buttons()]).toEqual(['nowhere', []])
  })

  it('pay in the tap: the question is on its way when the click returns', () => {
    const { press, fake } = stand()
    press('wechat')
    expect(fake.sent.map(({ url }) => url)).toEqual(['https://shop.example/pay/prepare'])
  })

  it('leave it to the page where it makes the order itself', () => {
    const { press, fake } = stand({ onTap: () => false })
    press('wechat')
    expect(fake.sent).toEqual([])
  })

  it('are asked for the amount that the page shows', async () => {
    const { scene, advice, press, advance, reload } = stand({ setting: { expect: { value: 1, currency: 'CNY' } } })
    press('wechat')
    await advance(100)
    expect([scene(), advice()]).toEqual([
      'failed',
      'The price has changed and nothing was taken. Reload the page to see the new one.',
    ])
    press('reload')
    expect(reload).toHaveBeenCalledOnce()
  })
})

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

describe('a payment that is under way', () => {
  it('is taken up', async () => {
    const first = await showing()
    first.panel.unmount()
    first.mount()
    expect(first.scene()).toBe('showing')
  })

  it('is told of as paid by the server’s word', async () => {
    const { advance, scene, states, buttons } = await showing({ script: { status: () => says('paid') } })
    await advance(10_000)
    expect([scene(), states.at(-1)?.result?.status, buttons()]).toEqual(['paid', 'paid', []])
  })

  it('is cancelled at the server', async () => {
    const { press, advance, scene, buttons } = await showing()
    press('cancel')
    await advance(100)
    expect([scene(), buttons()]).toEqual(['closed', ['again']])
  })

  it('that the wallet would not close goes on, and says so', async () => {
    const { press, advance, scene, advice } = await showing({ script: { close: () => says('pending') } })
    press('cancel')
    await advance(100)
    expect([scene(), advice()]).toEqual([
      'showing',
      'The wallet would not close it yet: money may still come. Look again in a moment.',
    ])
  })

  it('is said to be still checked after 8 s', async () => {
    const { press, advance, fake, scene, status } = stand({ script: { prepare: () => offer(redirectAction) } })
    press('wechat')
    await advance(100)
    expect(scene()).toBe('away')
    fake.wake()
    await advance(7_000)
    expect(scene()).toBe('confirming')
    await advance(1_000)
    expect([scene(), status()]).toEqual(['waiting', 'Still checking'])
  })

  it('that came to nothing can be begun again under the same id', async () => {
    const { press, advance, states, fake, scene } = stand({ script: { prepare: () => offer(redirectAction) } })
    press('wechat')
    await advance(100)
    fake.wake()
    await advance(100)
    press('notYet')
    await advance(100)
    expect(scene()).toBe('away')
    expect(fake.departures).toHaveLength(2)
    expect(new Set(states.flatMap((state) => state?.payment ?? [])).size).toBe(1)
  })

  it('that is begun again is not told as ended meanwhile', async () => {
    const { press, advance, states, fake } = stand({ script: { prepare: () => offer(redirectAction) } })
    press('wechat')
    await advance(100)
    fake.wake()
    await advance(100)
    press('notYet')
    await advance(100)
    expect(states.map((state) => state?.phase)).not.toContain('settled')
  })

  it('that nobody knows the end of is asked about once more', async () => {
    const { press, advance, scene, buttons, merchant } = await showing()
    await advance(301_000)
    press('check')
    expect(scene()).toBe('confirming')
    const { status } = merchant.count
    await advance(1_000)
    expect(merchant.count.status).toBeGreaterThan(status)
    expect(buttons()).not.toContain('check')
  })

  it('is only watched where another device pays', async () => {
    const { panel, advance, buttons, scene } = stand({ setting: { watching: true } })
    expect([scene(), buttons()]).toEqual(['confirming', []])
    panel.pay('wechat')
    await advance(100)
    expect([scene(), buttons()]).toEqual(['showing', []])
  })
})

describe('an order that was paid elsewhere', () => {
  it('is told as paid in the tap, and nothing is invoked', async () => {
    const { press, advance, scene, bridge, states } = stand({ script: { prepare: () => says('paid') } })
    press('wechat')
    await advance(100)
    expect([scene(), bridge.calls, states.at(-1)?.result?.status]).toEqual(['paid', 0, 'paid'])
  })
})

describe('a failure', () => {
  it('offers another try where it cannot cost money', async () => {
    const { press, advance, scene, buttons } = stand({ script: { prepare: () => refuses(400, 'bad_request') } })
    press('wechat')
    await advance(20_000)
    expect([scene(), buttons()]).toEqual(['failed', ['again']])
  })
})

describe('each change', () => {
  it('is announced in a region that stands there from the start', () => {
    const { root } = stand()
    expect(root.querySelector('[role=status]')?.getAttribute('aria-atomic')).toBe('true')
  })

  it('is announced once', async () => {
    const { root, press, advance } = stand()
    const region = root.querySelector('[role=status]') ?? root
    const announced = new Set<string>()
    let changes = 0
    const hear = (): void => {
      changes += 1
      announced.add(region.textContent ?? '')
    }
    new MutationObserver(hear).observe(region, { childList: true, subtree: true, characterData: true })
    press('wechat')
    await advance(60_000)
    expect([...announced]).toEqual(['Preparing…', 'Scan with WeChat Then finish on your phone.'])
    expect(changes).toBe(2)
  })
})

it('leaves no timer and no listener', async () => {
  const { panel, checkout, held, root } = await showing()
  const payment = checkout.pay('order-1', { wallet: 'wechat' })
  panel.unmount()
  payment.stop()
  await payment.result
  expect(held()).toEqual({ timers: 0, listeners: 0, locks: 0 })
  expect(root.childElementCount).toBe(0)
})
