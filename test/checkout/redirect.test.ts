/** Leaving the page to pay: what is written down before, and how the payment is found again. */
import { describe, expect, it } from 'vitest'
import { fakeHost } from '../../src/testing/fake.ts'
import { reload } from './reload.ts'
import { bridgeAction, makeMerchant, offer, openShop, redirectAction, says, shop } from './shop.ts'

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
