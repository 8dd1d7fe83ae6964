/** The cashier ends a payment: the server closes or reverses it, and says what that came to. */
import { describe, expect, it } from 'vitest'
import { says } from '../checkout/shop.ts'
import { wechat } from './corpus.ts'
import { counter } from './counter.ts'

describe('close', () => {
  it.each(['closed', 'paid'])('tells what the server made of it: %s', async (word) => {
    const { desk, advance } = counter({ close: () => says(word) })
    await desk.charge('order-1', wechat)
    await advance(100)
    const end = desk.close('order-1')
    await advance(100)
    expect((await end)?.status).toBe(word)
    expect(desk.unresolved()).toEqual([])
  })

  it('waits where the wallet does not take a reversal yet', async () => {
    const { desk, advance } = counter({
      close: () => says('pending', { phase: 'closing' }),
      status: (_, times) => says(times > 2 ? 'closed' : 'pending'),
    })
    await desk.charge('order-1', wechat)
    const end = desk.close('order-1')
    await advance(60_000)
    expect((await end)?.status).toBe('closed')
  })

  it('says that nothing is there to close', async () => {
    expect(await counter().desk.close('order-1')).toBeNull()
  })
})
