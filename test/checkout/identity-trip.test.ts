/** A trip to the wallet’s identity page, and back with a code that is sent once. */
import { describe, expect, it } from 'vitest'
import { fakeHost } from '../../src/testing/fake.ts'
import { reload } from './reload.ts'
import { authorizeAction, bridgeAction, lost, makeMerchant, offer, openShop, type Script, says, shop } from './shop.ts'

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
