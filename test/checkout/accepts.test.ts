import { describe, expect, it } from 'vitest'
import { qr } from '../../src/channels/qr.ts'
import { redirect } from '../../src/channels/redirect.ts'
import { createCheckoutIn } from '../../src/checkout/create.ts'
import type { CheckoutOptions } from '../../src/checkout/options.ts'
import type { Place } from '../../src/core/ports.ts'
import { fakeHost } from '../../src/testing/fake.ts'
import { makeMerchant, offer, qrAction } from './shop.ts'

const phone: Place = {
  name: 'mobile-browser',
  recognise: () => ['test'],
  channels: [redirect],
  without: { qr: 'The phone would have to scan itself' },
}

const open = (accepts: NonNullable<CheckoutOptions['accepts']>) => {
  const asked: unknown[] = []
  const { answer } = makeMerchant({
    prepare: (question) => {
      asked.push(question.accepts)
      return offer(qrAction)
    },
  })
  const fake = fakeHost({ answer })
  const world = {
    places: [phone],
    channels: [redirect, qr],
    readSignals: () => ({ userAgent: '', maxTouchPoints: 0, objects: [] }),
    live: new Map(),
    makeHost: () => fake.host,
  }
  return { ...fake, asked, checkout: createCheckoutIn(world, { endpoint: 'https://shop.example/pay', accepts }) }
}

describe('a code on the payer’s own phone', () => {
  it('is shown where the shop asks for it', async () => {
    const { checkout, advance, asked } = open((kinds) => [...kinds, 'qr'])
    const payment = checkout.pay('order-1')
    await advance(100)
    expect(asked).toEqual([['redirect', 'qr']])
    expect(payment.state).toMatchObject({ phase: 'showing', qr: { content: qrAction.content } })
  })

  it('is explained as what is offered', () => {
    const { channels } = open((kinds) => [...kinds, 'qr']).checkout.explain()
    expect(channels.map(({ kind, taken }) => [kind, taken])).toEqual([
      ['redirect', true],
      ['qr', true],
    ])
  })
})

it('a kind that this door does not know is left out', () => {
  const { channels } = open((kinds) => [...kinds, 'cheque']).checkout.explain()
  expect(channels.map(({ kind, taken }) => [kind, taken])).toEqual([
    ['redirect', true],
    ['qr', false],
  ])
})
