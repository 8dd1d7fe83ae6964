/** The stage on which a shop plays its checkout: every wallet, every answer, every fault of a merchant. */
import { describe, expect, it } from 'vitest'
import {
  alipayJsBridge,
  channels,
  fakeMerchant,
  myMini,
  stage,
  type WalletFaults,
  weixinBridge,
  wxMini,
} from '../../src/testing.ts'

const wallets = [
  ['wechat-browser', weixinBridge],
  ['alipay-browser', alipayJsBridge],
  ['wechat-mini', wxMini],
  ['alipay-mini', myMini],
] as const

const long = 3 * 60 * 60_000

describe.each(wallets)('in %s', (place, bridgeOf) => {
  const play = async (faults: Partial<WalletFaults>) => {
    const bridge = bridgeOf(faults)
    const { checkout, merchant, page, advance } = stage({ place, bridge })
    const payment = checkout.pay('order')
    await advance(long)
    return { ...(await payment.result), calls: bridge.calls.length, taken: merchant.taken('order'), held: page.held() }
  }

  it.each<[Partial<WalletFaults>, string]>([
    [{}, 'paid'],
    [{ twice: true }, 'paid'],
    [{ afterMs: 60_000 }, 'paid'],
    [{ answer: 'cancel' }, 'cancelled'],
    [{ answer: 'cancel', pays: true }, 'paid'],
    [{ answer: 'fail', pays: true }, 'paid'],
    [{ answer: 'silent', pays: true }, 'paid'],
    [{ answer: 'unknown' }, 'pending'],
    [{ answer: 'ok', pays: false }, 'pending'],
    [{ answer: { raw: 7 }, pays: false }, 'pending'],
  ])('a wallet of %j ends as %s, asked once, with nothing left', async (faults, status) => {
    const played = await play(faults)
    const taken = status === 'paid' ? 1 : 0
    expect(played).toMatchObject({ status, calls: 1, taken, held: { timers: 0, listeners: 0, locks: 0 } })
  })
})

describe('a merchant', () => {
  const open = () => {
    const bridge = weixinBridge()
    return { bridge, ...stage({ place: 'wechat-browser', bridge }) }
  }

  it('whose answers are lost has done what was asked: nothing is opened twice', async () => {
    const { checkout, merchant, advance } = open()
    merchant.faults.lost = true
    const payment = checkout.pay('order')
    await advance(5000)
    merchant.faults.lost = false
    await advance(60_000)
    expect((await payment.result).status).toBe('paid')
    expect(merchant.taken('order')).toBe(1)
  })

  it('that hears late of the money says so when it has', async () => {
    const { checkout, merchant, advance } = open()
    merchant.faults.deaf = true
    const payment = checkout.pay('order')
    await advance(20_000)
    expect(payment.state.phase).toBe('confirming')
    merchant.faults.deaf = false
    await advance(30_000)
    expect((await payment.result).status).toBe('paid')
  })

  it.each([{ silent: true }, { http: 503 }, { busy: true }])(
    'of %j takes nothing, and the wallet is not asked',
    async (faults) => {
      const { checkout, merchant, bridge, advance } = open()
      Object.assign(merchant.faults, faults)
      const payment = checkout.pay('order')
      await advance(long)
      expect((await payment.result).status).not.toBe('paid')
      expect([bridge.calls, merchant.taken('order')]).toEqual([[], 0])
    },
  )

  it('that says what it should not is not believed', async () => {
    const { checkout, merchant, bridge, advance } = open()
    merchant.faults.says = { order: 'another' }
    const payment = checkout.pay('order')
    await advance(long)
    expect([(await payment.result).status, bridge.calls]).toEqual(['failed', []])
  })

  it('gives money back, and says how much', async () => {
    const { checkout, merchant, advance } = open()
    const payment = checkout.pay('order')
    await advance(1000)
    await payment.result
    merchant.refund('order', 100)
    const word = await merchant.send('status', { payment: payment.id, order: 'order', nonce: payment.id })
    expect(word).toMatchObject({ status: 'paid', paidBy: payment.id, refunded: { value: 100 } })
    merchant.refund('order', 890)
    const last = await merchant.send('status', { payment: payment.id, order: 'order', nonce: payment.id })
    expect(last).toMatchObject({ status: 'refunded' })
  })

  it('takes no money by what it closed, and opens one way at a time', async () => {
    const merchant = fakeMerchant()
    const [first, second] = ['1', '2'].map((digit) => digit.repeat(32))
    for (const payment of [first, second])
      await merchant.send('prepare', { payment, order: 'order', platform: 'x', accepts: ['qr'] })
    expect([merchant.pay(first), merchant.pay(second), merchant.pay('nobody')]).toEqual([false, true, false])
  })
})

it('plays two tabs of one browser: the wallet is asked in one of them', async () => {
  const [here, there] = [weixinBridge({ afterMs: 5000 }), weixinBridge({ afterMs: 5000 })]
  const first = stage({ place: 'wechat-browser', bridge: here })
  const second = stage({ place: 'wechat-browser', bridge: there, beside: first })
  const payments = [first.checkout.pay('order'), second.checkout.pay('order')]
  await first.advance(60_000)
  for (const payment of payments) expect((await payment.result).status).toBe('paid')
  expect(here.calls.length + there.calls.length).toBe(1)
})

it('comes back from another site to where the payment was', async () => {
  const before = stage({ place: 'mobile-browser' })
  before.checkout.pay('order', { wallet: 'wechat' })
  await before.advance(100)
  const [departure] = before.page.departures
  before.merchant.pay(departure?.url)
  const after = before.reload('https://shop.example/return')
  const payment = after.checkout.resume('order')
  await after.advance(30_000)
  expect((await payment?.result)?.status).toBe('paid')
})

it('names the places there are to whoever asks for another', () => {
  expect(() => stage({ place: 'fax' })).toThrow(/wechat-browser/)
})

it('has every way of paying, by its kind', () => {
  expect(Object.entries(channels).filter(([kind, channel]) => channel.kind !== kind)).toEqual([])
  expect(Object.keys(channels)).toContain('wechat.bridge')
})
