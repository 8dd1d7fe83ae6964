// @vitest-environment happy-dom
/** A tap on a wallet: which there are, what is asked, and what may come of it at once. */
import { afterEach, describe, expect, it } from 'vitest'
import { refuses, says } from '../checkout/shop.ts'
import { stand } from './stand.ts'

afterEach(() => document.body.replaceChildren())

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
