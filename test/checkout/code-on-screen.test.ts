/** A QR on the shop’s own screen: shown, followed, renewed, and ended after its expiry. */
import { describe, expect, it } from 'vitest'
import { offer, qrAction, refuses, says, shop } from './shop.ts'

describe('a code on a screen', () => {
  it('is shown, followed and paid', async () => {
    const { checkout, advance } = shop({
      prepare: () => offer(qrAction),
      status: (_, times) => says(times < 3 ? 'pending' : 'paid', { phase: 'scanned' }),
    })
    const payment = checkout.pay('order-1')
    await advance(3_500)
    expect(payment.state).toMatchObject({ phase: 'showing', qr: { content: qrAction.content }, hint: 'scanned' })
    await advance(10_000)
    expect((await payment.result).status).toBe('paid')
  })

  it('is renewed under the same id, and asks for a code only', async () => {
    const asked: unknown[] = []
    const { checkout, advance } = shop({
      prepare: ({ payment, accepts }, times) => {
        asked.push([payment, accepts])
        return offer({ kind: 'qr', content: `weixin://wxpay/bizpayurl?pr=${times}` })
      },
    })
    const payment = checkout.pay('order-1')
    await advance(100)
    payment.renew()
    await advance(100)
    expect(payment.state).toMatchObject({ phase: 'showing', qr: { content: 'weixin://wxpay/bizpayurl?pr=2' } })
    expect(asked[1]).toEqual([payment.id, ['qr']])
    payment.stop()
  })

  it('is not failed by a renewal that the server refuses', async () => {
    const { checkout, advance } = shop({
      prepare: (_, times) => (times === 1 ? offer(qrAction) : refuses(500, 'oops')),
    })
    const payment = checkout.pay('order-1')
    await advance(100)
    payment.renew()
    await advance(3_000)
    expect(payment.state.phase).toBe('showing')
    payment.stop()
  })

  it('ends as pending a grace after its expiry, with a last look', async () => {
    const { checkout, advance, merchant } = shop({ prepare: () => offer(qrAction, { expiresInSeconds: 60 }) })
    const payment = checkout.pay('order-1')
    await advance(74_000)
    expect(payment.state.phase).toBe('showing')
    const before = merchant.count.status
    await advance(2_000)
    expect((await payment.result).status).toBe('pending')
    expect(merchant.count.status).toBeGreaterThan(before)
  })
})
