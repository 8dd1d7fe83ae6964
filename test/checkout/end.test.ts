import { describe, expect, it } from 'vitest'
import { bridgeAction, makeBridge, never, offer, openShop, qrAction, type Script, says, shop } from './shop.ts'

const nothing = { timers: 0, listeners: 0, locks: 0 }

describe('nothing is left', () => {
  const ends: readonly { readonly status: string; readonly script: Script; readonly tail?: string }[] = [
    { status: 'paid', script: { status: () => says('paid') } },
    { status: 'cancelled', script: {}, tail: 'cancel' },
    { status: 'closed', script: { prepare: () => offer(qrAction), status: () => says('closed') } },
    { status: 'failed', script: { prepare: () => offer({ ...bridgeAction, paySign: '' }) } },
    { status: 'pending', script: { prepare: () => offer(qrAction) } },
  ]
  it.each(ends)('after $status', async ({ status, script, tail }) => {
    const { checkout, advance, held } = shop(script, { bridge: makeBridge(tail) })
    const payment = checkout.pay('order-1')
    await advance(400_000)
    expect((await payment.result).status).toBe(status)
    expect(held()).toEqual(nothing)
  })

  it('after a stop at any moment, though the bridge never answers', async () => {
    for (const delayMs of [0, 1, 100, 5_001, 30_000]) {
      const { checkout, advance, held } = shop()
      const payment = checkout.pay('order-1')
      await advance(delayMs)
      payment.stop()
      await advance(0)
      expect(await payment.result).toMatchObject({ status: 'pending', error: { code: 'stopped' } })
      expect(held()).toEqual(nothing)
    }
  })

  it('after the caller’s signal, also one that was aborted before', async () => {
    const { checkout, advance, held } = shop()
    const controller = new AbortController()
    const payment = checkout.pay('order-1', { signal: controller.signal })
    await advance(100)
    controller.abort()
    expect((await payment.result).error?.code).toBe('stopped')
    const late = checkout.pay('order-1', { signal: controller.signal })
    expect((await late.result).error?.code).toBe('stopped')
    await advance(0)
    expect(held()).toEqual(nothing)
  })

  it('of the record, once the server’s word is final', async () => {
    const { checkout, advance, device } = shop({ status: () => says('paid') })
    checkout.pay('order-1')
    await advance(100)
    expect([...device.kept.values()].join()).toContain('order-1')
    await advance(6_000)
    expect(device.kept.size).toBe(0)
  })

  it('of a held look, while the page is hidden', async () => {
    const holds: unknown[] = []
    const { checkout, advance, hide } = shop({
      prepare: () => offer(qrAction),
      status: ({ waitSeconds }) => {
        holds.push(waitSeconds)
        return never
      },
    })
    const payment = checkout.pay('order-1')
    await advance(3_500)
    hide()
    await advance(20_000)
    expect(holds[0]).toBe(28)
    expect(holds.slice(1).every((seconds) => seconds === undefined)).toBe(true)
    payment.stop()
  })
})

describe('the host page is not trusted', () => {
  it('a listener that throws changes no result, and is heard of', async () => {
    const { checkout, advance } = shop({ status: () => says('paid') })
    const payment = checkout.pay('order-1')
    const leave = payment.subscribe(() => {
      leave()
      throw new Error('the page’s own')
    })
    await expect(advance(0)).rejects.toThrow('the page’s own')
    await advance(6_000)
    expect((await payment.result).status).toBe('paid')
  })

  it('a store of the shop’s that freezes what it is handed changes no result', async () => {
    const { checkout, advance } = shop({ status: () => says('paid') })
    const payment = Object.freeze(checkout.pay('order-1'))
    await advance(6_000)
    expect(payment.state).toMatchObject({ phase: 'settled', result: { status: 'paid' } })
    expect((await payment.result).status).toBe('paid')
  })

  it('a polluted Object.prototype makes no cancel paid', async () => {
    const { checkout, advance } = shop({}, { bridge: makeBridge('cancel') })
    const polluted = Object.prototype as Record<string, unknown>
    const names = { status: 'paid', action: bridgeAction, word: 'paid', final: {}, paidBy: 'x', amount: 1 }
    Object.assign(polluted, names)
    try {
      const payment = checkout.pay('order-1')
      await advance(4_000)
      expect((await payment.result).status).toBe('cancelled')
    } finally {
      for (const name of Object.keys(names)) delete polluted[name]
    }
  })

  it('a bridge that answers twice is heard once', async () => {
    const { checkout, advance, bridge } = shop({ status: () => says('pending') })
    const payment = checkout.pay('order-1')
    await advance(0)
    bridge.answer({ err_msg: 'get_brand_wcpay_request:cancel' })
    bridge.answer({ err_msg: 'get_brand_wcpay_request:ok' })
    await advance(3_100)
    expect((await payment.result).status).toBe('cancelled')
  })
})

describe('time', () => {
  it('counts a sleep: the deadline is met when the page wakes, after one more look', async () => {
    const { checkout, advance, shiftWall, wake, merchant } = shop()
    const payment = checkout.pay('order-1')
    await advance(1_000)
    shiftWall(3_600_000)
    wake()
    await advance(10)
    expect((await payment.result).status).toBe('pending')
    expect(merchant.count.status).toBe(1)
  })

  it('is not saved by a clock that is set back', async () => {
    const { checkout, advance, shiftWall } = shop()
    const payment = checkout.pay('order-1')
    await advance(1_000)
    shiftWall(-86_400_000)
    await advance(330_000)
    expect((await payment.result).status).toBe('pending')
  })
})

describe('state', () => {
  it('is the same object until something changes, and frozen', async () => {
    const { checkout, advance } = shop({ prepare: () => offer(qrAction) })
    const payment = checkout.pay('order-1')
    await advance(1_000)
    const { state } = payment
    await advance(10_000)
    expect(payment.state).toBe(state)
    expect(Object.isFrozen(state)).toBe(true)
    payment.stop()
    expect(payment.state).not.toBe(state)
  })

  it('tells listeners of each change until they leave', async () => {
    const { checkout, advance } = shop({ prepare: () => offer(qrAction) })
    const payment = checkout.pay('order-1')
    const phases: string[] = []
    const leave = payment.subscribe(() => phases.push(payment.state.phase))
    await advance(100)
    leave()
    payment.stop()
    expect([...new Set(phases)]).toEqual(['preparing', 'invoking', 'showing'])
  })

  it('is not thenable: an async function hands it on', async () => {
    const { checkout } = shop()
    const payment = await (async () => checkout.pay('order-1'))()
    expect(payment.state.phase).toBe('preparing')
    payment.stop()
  })
})

describe('the trace', () => {
  it('names steps and holds nothing that was signed', async () => {
    const traces: unknown[] = []
    const { merchant, fake, bridge } = shop()
    const payment = openShop(fake, { observe: (trace) => traces.push(trace) }).pay('order-1')
    await fake.advance(0)
    bridge.answer({ err_msg: 'get_brand_wcpay_request:ok' })
    payment.stop()
    expect(traces).toContainEqual(
      expect.objectContaining({ event: 'prepared', stage: 'invoking', channel: 'wechat.bridge' }),
    )
    expect(JSON.stringify(traces)).not.toMatch(/paySign|signature|prepay_id/)
    expect(merchant.count.prepare).toBe(1)
  })
})
