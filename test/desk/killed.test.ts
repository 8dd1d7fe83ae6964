/** A till that was killed in the middle of a charge asks, when it is started again, what became of it. */
import { describe, expect, it } from 'vitest'
import { never, says } from '../checkout/shop.ts'
import { other, wechat } from './corpus.ts'
import { counter, openTill, pathsOf } from './counter.ts'

describe('a till that was killed', () => {
  it('takes up what was under way, by asking alone, and tells what became of it', async () => {
    let paid = false
    const { desk, unload, beside, advance } = counter({
      prepare: () => never,
      status: () => says(paid ? 'paid' : 'pending'),
    })
    const first = await desk.charge('order-1', wechat)
    unload()
    const started = beside()
    const again = openTill(started)
    expect(again.unresolved()).toMatchObject([{ order: 'order-1', payment: { id: first.payment?.id } }])
    const [{ payment } = { payment: null }] = again.unresolved()
    paid = true
    await advance(2_000)
    expect((await payment?.result)?.status).toBe('paid')
    expect(new Set(pathsOf(started))).toEqual(new Set(['status']))
    expect(again.unresolved()).toEqual([])
  })

  it('ends what the server has not heard of: cut between the record and the send, or stuck in a proxy', async () => {
    const { desk, unload, beside, advance, merchant } = counter({
      prepare: () => never,
      status: () => says('pending', { phase: 'not-found' }),
    })
    await desk.charge('order-1', wechat)
    unload()
    const started = beside()
    const again = openTill(started)
    const [{ payment } = { payment: null }] = again.unresolved()
    await advance(5_000)
    expect((await payment?.result)?.status).toBe('closed')
    expect([pathsOf(started), merchant.count.close, again.unresolved()]).toEqual([['status', 'close'], 1, []])
  })

  it('resolves it before it takes another scan for that order', async () => {
    let word = says('pending')
    const { desk, unload, beside, advance, merchant } = counter({ prepare: () => never, status: () => word })
    await desk.charge('order-1', wechat)
    unload()
    const again = openTill(beside())
    expect(await again.charge('order-1', other)).toMatchObject({ taken: false, error: { code: 'order_busy' } })
    word = says('closed')
    await advance(5_000)
    expect((await again.charge('order-1', other)).taken).toBe(true)
    expect(merchant.count.prepare).toBe(2)
    again.stop()
  })

  it('knows how long the payer has left', async () => {
    const { desk, unload, beside, advance, host } = counter()
    await desk.charge('order-1', wechat)
    await advance(10_000)
    unload()
    const again = openTill(beside())
    const [{ endsAtMs = 0 } = {}] = again.unresolved()
    expect(endsAtMs - host.wallMs()).toBe(20_000)
    again.stop()
  })
})
