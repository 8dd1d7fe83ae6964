// @vitest-environment happy-dom
/** A payment that is under way: what the payer can do with it and hears of it, and that nothing is left of it. */
import { afterEach, describe, expect, it } from 'vitest'
import { offer, redirectAction, says } from '../checkout/shop.ts'
import { showing, stand } from './stand.ts'

afterEach(() => document.body.replaceChildren())

/** Away to the cashier, back unpaid, and away again by the panel's button. */
const begunAgain = async () => {
  const panel = stand({ script: { prepare: () => offer(redirectAction) } })
  const { press, advance, fake } = panel
  press('wechat')
  await advance(100)
  fake.wake()
  await advance(100)
  press('notYet')
  await advance(100)
  return panel
}

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
    const { states, fake, scene } = await begunAgain()
    expect(scene()).toBe('away')
    expect(fake.departures).toHaveLength(2)
    expect(new Set(states.flatMap((state) => state?.payment ?? [])).size).toBe(1)
  })

  it('that is begun again is not told as ended meanwhile', async () => {
    const { states } = await begunAgain()
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
