import { describe, expect, it } from 'vitest'
import { type FakeHost, fakeHost } from '../../src/testing/fake.ts'
import {
  authorizeAction,
  bridgeAction,
  lost,
  makeBridge,
  makeMerchant,
  offer,
  openShop,
  redirectAction,
  refuses,
  type Script,
  says,
  shop,
} from './shop.ts'

/** The page is gone and loaded again: the device remembers, the page does not. */
const reload = (gone: FakeHost, script: Script, url = 'https://shop.example/pay') => {
  gone.unload()
  const merchant = makeMerchant(script)
  const bridge = makeBridge()
  const fake = fakeHost({ beside: gone, globals: bridge.globals, answer: merchant.answer, url })
  return { fake, merchant, bridge, checkout: openShop(fake), advance: fake.advance }
}

describe('after a reload', () => {
  it('takes up what was with the wallet, and asks before anything else', async () => {
    const before = shop()
    const { id } = before.checkout.pay('order-1')
    await before.advance(100)
    const { checkout, advance, bridge, merchant } = reload(before.fake, { status: () => says('paid') })
    const payment = checkout.resume('order-1')
    expect(payment?.state.phase).toBe('confirming')
    await advance(100)
    expect(await payment?.result).toMatchObject({ status: 'paid', payment: id })
    expect([bridge.calls, merchant.count.prepare]).toEqual([0, 0])
  })

  it('is null where nothing was under way, or where it ended', async () => {
    const before = shop({ status: () => says('paid') })
    expect(before.checkout.resume('order-1')).toBeNull()
    before.checkout.pay('order-1')
    await before.advance(6_000)
    expect(reload(before.fake, {}).checkout.resume('order-1')).toBeNull()
  })

  it('is null after a cancel, though the id is kept for another try', async () => {
    const before = shop({}, { bridge: makeBridge('cancel') })
    const { id } = before.checkout.pay('order-1')
    await before.advance(3_500)
    const { checkout } = reload(before.fake, {})
    expect(checkout.resume('order-1')).toBeNull()
    expect(checkout.pay('order-1').id).toBe(id)
  })

  it('keeps the record of a payment that was stopped or ran out of time', async () => {
    const before = shop()
    const payment = before.checkout.pay('order-1')
    await before.advance(100)
    payment.stop()
    expect((await payment.result).status).toBe('pending')
    expect(reload(before.fake, {}).checkout.resume('order-1')?.id).toBe(payment.id)
  })

  it('ends by its deadline though the clock was set back between the pages', async () => {
    const before = shop()
    before.checkout.pay('order-1')
    await before.advance(100)
    before.shiftWall(-86_400_000)
    const { checkout, advance } = reload(before.fake, { status: () => lost })
    const payment = checkout.resume('order-1')
    await advance(400_000)
    expect(payment?.state.result?.status).toBe('pending')
  })

  it('finds the order though another wallet was chosen since, and the first one may still be paid', async () => {
    const before = shop({
      prepare: ({ wallet }) => (wallet === 'wechat' ? refuses(409, 'order_busy') : offer(bridgeAction)),
    })
    const first = before.checkout.pay('order-1')
    await before.advance(100)
    first.stop()
    before.checkout.pay('order-1', { wallet: 'wechat' })
    await before.advance(100)
    const { checkout, advance } = reload(before.fake, { status: () => says('paid') })
    const payment = checkout.resume('order-1')
    await advance(100)
    expect(payment?.state.result?.status).toBe('paid')
  })

  it('keeps the id of a prepare whose answer was lost', async () => {
    const before = shop({ prepare: () => lost })
    const { id } = before.checkout.pay('order-1')
    await before.advance(100)
    expect(reload(before.fake, {}).checkout.pay('order-1').id).toBe(id)
  })

  it('does not call it failed when the bridge is late this time', async () => {
    const before = shop()
    before.checkout.pay('order-1')
    await before.advance(100)
    const { checkout, advance, fake } = reload(before.fake, {})
    delete fake.globals.WeixinJSBridge
    const payment = checkout.pay('order-1')
    await advance(4_000)
    expect(payment.state.phase).toBe('confirming')
    payment.stop()
  })

  it('makes another id where the old one is closed, and pays at once', async () => {
    const before = shop()
    const { id } = before.checkout.pay('order-1')
    await before.advance(100)
    const closedBefore: Script = { prepare: ({ payment }) => (payment === id ? says('closed') : offer(bridgeAction)) }
    const { checkout, advance, bridge } = reload(before.fake, closedBefore)
    const payment = checkout.pay('order-1')
    await advance(100)
    expect(bridge.calls).toBe(1)
    expect(payment.id).not.toBe(id)
    payment.stop()
  })

  it.each(['channel_fixed', 'payment_conflict'])('makes another id where the server says %s', async (code) => {
    const before = shop()
    const { id } = before.checkout.pay('order-1')
    await before.advance(100)
    const fixed: Script = {
      prepare: ({ payment }) => (payment === id ? refuses(409, code) : offer(bridgeAction)),
    }
    const { checkout, advance, bridge } = reload(before.fake, fixed)
    const payment = checkout.pay('order-1')
    await advance(100)
    expect([bridge.calls, payment.id === id]).toEqual([1, false])
    payment.stop()
  })
})

describe('a redirect', () => {
  it('leaves with its record written, and is found again by it', async () => {
    const before = shop({ prepare: () => offer(redirectAction) })
    const { id } = before.checkout.pay('order-1')
    await before.advance(100)
    expect(before.departures).toHaveLength(1)
    const { checkout, advance } = reload(before.fake, { status: () => says('paid') }, 'https://shop.example/return')
    const payment = checkout.resume('order-1')
    await advance(100)
    expect(await payment?.result).toMatchObject({ status: 'paid', payment: id })
  })

  it('sends the server a return URL that holds the payment id', async () => {
    let returnUrl = ''
    const { checkout, advance } = shop(
      {
        prepare: (asked) => {
          returnUrl = String(asked.returnUrl)
          return offer(redirectAction)
        },
      },
      { url: 'https://shop.example/checkout?order=1#top' },
    )
    const { id } = checkout.pay('order-1')
    await advance(100)
    expect(returnUrl).toBe(`https://shop.example/checkout?order=1&isopay=${id}#top`)
  })

  it('sends none where the shop named one that is none and there is no page', async () => {
    let returnUrl: unknown = 'unasked'
    const fake = fakeHost({
      url: '',
      answer: makeMerchant({
        prepare: (asked) => {
          returnUrl = asked.returnUrl
          return offer(bridgeAction)
        },
      }).answer,
    })
    const payment = openShop(fake, { returnUrl: '/return' }).pay('order-1')
    await fake.advance(100)
    expect(returnUrl).toBeUndefined()
    payment.stop()
  })

  it('is found by the return URL alone, where another browser opened it', async () => {
    const id = 'a'.repeat(32)
    const { checkout, advance } = shop(
      { status: () => says('paid') },
      { url: `https://shop.example/return?isopay=${id}` },
    )
    const payment = checkout.resume('order-1')
    await advance(100)
    expect(await payment?.result).toMatchObject({ status: 'paid', payment: id })
  })

  it('does not leave where neither storage nor a return URL can hold the id', async () => {
    const { fake, checkout, advance, departures } = shop({ prepare: () => offer(redirectAction) }, { url: '' })
    fake.breakStore()
    const payment = checkout.pay('order-1')
    await advance(100)
    expect(await payment.result).toMatchObject({ status: 'failed', error: { code: 'storage_missing' } })
    expect(departures).toHaveLength(0)
  })

  it('refuses a URL that the page may not go to', async () => {
    const { checkout, advance, departures } = shop({
      prepare: () => offer({ kind: 'redirect', url: 'javascript:alert(1)' }),
    })
    const payment = checkout.pay('order-1')
    await advance(100)
    expect(await payment.result).toMatchObject({ status: 'failed', error: { code: 'url_refused' } })
    expect(departures).toHaveLength(0)
  })

  it('asks at once when the payer is back on the page', async () => {
    let paid = false
    const { checkout, advance, hide, wake } = shop({
      prepare: () => offer(redirectAction),
      status: () => says(paid ? 'paid' : 'pending'),
    })
    const payment = checkout.pay('order-1')
    await advance(100)
    hide()
    await advance(3_000)
    paid = true
    wake()
    await advance(10)
    expect((await payment.result).status).toBe('paid')
  })
})

describe('the trip to the identity page', () => {
  const trip = async (script: Script = {}) => {
    const before = shop({ prepare: () => offer(authorizeAction) })
    const { id } = before.checkout.pay('order-1')
    await before.advance(100)
    expect(before.departures).toHaveLength(1)
    const url = `https://shop.example/pay?order=1&code=CODE&state=${id}`
    return { id, ...reload(before.fake, script, url) }
  }

  it('comes back with a code, prepares the same payment with it, and pays', async () => {
    const asked: unknown[] = []
    const { id, checkout, advance, bridge } = await trip({
      prepare: ({ payment, identity }) => {
        asked.push([payment, identity])
        return offer(bridgeAction)
      },
    })
    const payment = checkout.resume('order-1')
    await advance(100)
    expect(asked).toEqual([[id, { kind: 'oauth-code', value: 'CODE' }]])
    expect(bridge.calls).toBe(1)
    payment?.stop()
  })

  it('takes the code out of the URL, so that no reload sends it twice', async () => {
    const { checkout, fake } = await trip()
    checkout.resume('order-1')?.stop()
    expect(fake.host.page.url()).toBe('https://shop.example/pay?order=1')
  })

  it('sends a code once, also when the answer was lost', async () => {
    const codes: unknown[] = []
    const { checkout, advance } = await trip({
      prepare: ({ identity }, times) => {
        codes.push(identity)
        return times === 1 ? lost : offer(bridgeAction)
      },
    })
    checkout.resume('order-1')
    await advance(5_000)
    expect(codes).toEqual([{ kind: 'oauth-code', value: 'CODE' }, undefined])
  })

  it('is made once: a server that wants another one is refused', async () => {
    const { checkout, advance, fake } = await trip({ prepare: () => offer(authorizeAction) })
    const payment = checkout.resume('order-1')
    await advance(100)
    expect(await payment?.result).toMatchObject({ status: 'failed', error: { code: 'identity_missing' } })
    expect(fake.departures).toHaveLength(0)
  })

  it('is made again for another id, where the one it was made for is closed by then', async () => {
    const { id, checkout, advance, fake } = await trip({
      prepare: ({ payment }) => (payment === id ? says('closed') : offer(authorizeAction)),
    })
    const payment = checkout.resume('order-1')
    await advance(100)
    expect([fake.departures.length, payment?.state.phase]).toEqual([1, 'away'])
    payment?.stop()
  })

  it('watches where another tab came back first and goes on with the payment', async () => {
    const { id, checkout, advance, fake } = await trip({ status: () => says('paid') })
    checkout.resume('order-1')
    const merchant = makeMerchant({ status: () => says('paid') })
    const url = `https://shop.example/pay?order=1&code=SECOND&state=${id}`
    const beside = fakeHost({ beside: fake, answer: merchant.answer, url })
    const payment = openShop(beside).resume('order-1')
    await advance(100)
    expect((await payment?.result)?.status).toBe('paid')
    expect(merchant.count.prepare).toBe(0)
  })

  it('starts nothing on a state that no record knows', async () => {
    const url = `https://shop.example/pay?code=CODE&state=${'b'.repeat(32)}`
    const { checkout, merchant, fake } = shop({}, { url })
    expect(checkout.resume('order-1')).toBeNull()
    expect(merchant.count).toEqual({ prepare: 0, status: 0, close: 0 })
    expect(fake.host.page.url()).toBe('https://shop.example/pay')
  })

  it('leaves a code alone that is not isopay’s', () => {
    const { checkout, fake } = shop({}, { url: 'https://shop.example/pay?code=abc&state=login' })
    expect(checkout.resume('order-1')).toBeNull()
    expect(fake.host.page.url()).toBe('https://shop.example/pay?code=abc&state=login')
  })

  it('fails where the payer turned back on the identity page', async () => {
    const { checkout, advance, hide, wake } = shop({ prepare: () => offer(authorizeAction) })
    const payment = checkout.pay('order-1')
    await advance(100)
    hide()
    wake()
    await advance(100)
    expect((await payment.result).status).toBe('failed')
  })
})
