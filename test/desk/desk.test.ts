import { describe, expect, it } from 'vitest'
import { lost, never, refuses, says } from '../checkout/shop.ts'
import { alipay, wechat } from './corpus.ts'
import { counter, openTill, pathsOf } from './counter.ts'

const other = '134567890123456780'

describe('a charge', () => {
  it('sends the code with its wallet, and is paid by the server’s word', async () => {
    const { desk, advance, sent } = counter({ status: () => says('paid') })
    const charge = await desk.charge('order-1', alipay, { expect: { value: 990, currency: 'CNY' } })
    await advance(5_000)
    expect(charge.taken && (await charge.payment.result)).toMatchObject({ status: 'paid', amount: { value: 990 } })
    expect(sent[0]?.request.body).toMatchObject({ platform: 'till', wallet: 'alipay', accepts: ['code'] })
    expect(desk.unresolved()).toEqual([])
  })

  it('takes a code that an input method wrote at full width', async () => {
    const { desk, sent } = counter()
    const wide = [...wechat].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
    expect((await desk.charge('order-1', ` ${wide}\n`)).taken).toBe(true)
    expect(sent[0]?.request.body).toMatchObject({ identity: { kind: 'payment-code', value: wechat } })
    desk.stop()
  })

  it.each([wechat.slice(1), `${wechat}0`, `${wechat.slice(0, 17)}O`, ''])('sends nothing for %j', async (code) => {
    const { desk, sent } = counter()
    const charge = await desk.charge('order-1', code)
    expect(charge).toMatchObject({ taken: false, error: { code: 'code_invalid', retry: 'safe' } })
    if (code) expect(JSON.stringify(charge)).not.toContain(code)
    expect([sent, desk.unresolved()]).toEqual([[], []])
  })

  it('is refused with the state of the first while that is unresolved, whichever code is scanned', async () => {
    const { desk, advance, merchant } = counter({ status: () => says('pending', { phase: 'user-paying' }) })
    const first = await desk.charge('order-1', wechat)
    await advance(3_000)
    for (const code of [wechat, other, alipay]) {
      const second = await desk.charge('order-1', code)
      expect(second).toMatchObject({ taken: false, error: { code: 'order_busy' } })
      expect(second.payment).toBe(first.payment)
    }
    expect(merchant.count.prepare).toBe(1)
    desk.stop()
  })

  it('of two that come in the same moment is one', async () => {
    const { desk, advance, merchant } = counter()
    const charges = await Promise.all([desk.charge('order-1', wechat), desk.charge('order-1', other)])
    await advance(100)
    expect(charges.map(({ taken }) => taken).sort()).toEqual([false, true])
    expect(merchant.count.prepare).toBe(1)
    desk.stop()
  })

  it('of another order goes on', async () => {
    const { desk, advance, merchant } = counter()
    await desk.charge('order-1', wechat)
    expect((await desk.charge('order-2', alipay)).taken).toBe(true)
    await advance(100)
    expect(merchant.count.prepare).toBe(2)
    expect(desk.unresolved().map(({ order }) => order)).toEqual(['order-1', 'order-2'])
    desk.stop()
  })

  it('with a code that was sent before is refused, also for another order', async () => {
    const { desk, advance, merchant } = counter({ prepare: () => says('failed') })
    await desk.charge('order-1', wechat)
    await advance(100)
    expect(await desk.charge('order-2', wechat)).toMatchObject({ taken: false, error: { code: 'code_used' } })
    expect(merchant.count.prepare).toBe(1)
  })

  it('can follow where the server refused the first before it charged anything', async () => {
    const { desk, advance } = counter({ prepare: () => refuses(422, 'unsupported') })
    const first = await desk.charge('order-1', wechat)
    await advance(1_000)
    expect(first.taken && (await first.payment.result)).toMatchObject({ status: 'failed' })
    expect((await desk.charge('order-1', other)).taken).toBe(true)
    desk.stop()
  })

  it('sends nothing where it cannot be written down', async () => {
    const { desk, advance, breakStore, merchant } = counter()
    breakStore()
    const charge = await desk.charge('order-1', wechat)
    await advance(100)
    expect(charge.taken && (await charge.payment.result).error?.code).toBe('storage_missing')
    expect(merchant.count.prepare).toBe(0)
  })
})

describe('windows and processes that share a store', () => {
  it('charge an order once, though both scan in the same moment', async () => {
    const { desk, beside, advance, merchant } = counter()
    const second = openTill(beside())
    const charges = await Promise.all([desk.charge('order-1', wechat), second.charge('order-1', other)])
    await advance(100)
    expect(charges.map(({ taken }) => taken).sort()).toEqual([false, true])
    expect(merchant.count.prepare).toBe(1)
    desk.stop()
    second.stop()
  })

  it('refuse a later scan with the state of what the other has under way', async () => {
    const { desk, beside, advance, merchant } = counter({ status: () => says('pending', { phase: 'user-paying' }) })
    const first = await desk.charge('order-1', wechat)
    const second = openTill(beside())
    await advance(3_000)
    const refused = await second.charge('order-1', other)
    expect(refused).toMatchObject({ taken: false, error: { code: 'order_busy' } })
    expect(refused.payment?.id).toBe(first.payment?.id)
    expect(second.unresolved()).toMatchObject([{ order: 'order-1', payerAsked: true }])
    expect(merchant.count.prepare).toBe(1)
    desk.stop()
    second.stop()
  })

  it('refuse a scan while the other is just at that order', async () => {
    const { desk, host } = counter()
    const leave = await host.lock('isopay/https://shop.example/pay/order-1')
    expect(await desk.charge('order-1', wechat)).toMatchObject({ taken: false, error: { code: 'order_busy' } })
    leave?.()
    expect((await desk.charge('order-1', wechat)).taken).toBe(true)
    desk.stop()
  })
})

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

describe('USERPAYING', () => {
  it('is a state that the cashier sees, with the time left', async () => {
    const { desk, advance, host } = counter({ status: () => says('pending', { phase: 'user-paying' }) })
    let told = 0
    desk.subscribe(() => {
      told += 1
    })
    await desk.charge('order-1', wechat)
    await advance(3_000)
    const [{ payerAsked, endsAtMs = 0 } = { payerAsked: false }] = desk.unresolved()
    expect([payerAsked, endsAtMs - host.wallMs()]).toEqual([true, 27_000])
    expect(told).toBeGreaterThan(1)
    desk.stop()
  })
})

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

it('asks on, ten times a minute at most, for as long as the server has not said its last word', async () => {
  let up = false
  const down = () => (up ? says('paid') : lost)
  const { desk, advance, merchant } = counter({ prepare: () => lost, status: down, close: down })
  await desk.charge('order-1', wechat)
  await advance(3_600_000)
  expect(desk.unresolved()).toHaveLength(1)
  expect(merchant.count.status).toBeLessThan(600)
  up = true
  await advance(120_000)
  expect(desk.unresolved()).toEqual([])
})

it('has a payment ended that the server has said nothing final about by its deadline', async () => {
  const { desk, advance, merchant } = counter({ prepare: () => lost })
  await desk.charge('order-1', wechat)
  await advance(125_000)
  expect([merchant.count.prepare, merchant.count.close, desk.unresolved()]).toEqual([1, 1, []])
})

it('charges all the same where a listener throws', async () => {
  const { desk, advance, merchant } = counter({ status: () => says('paid') })
  const thrown: unknown[] = []
  const hear = (reason: unknown) => thrown.push(reason)
  process.once('unhandledRejection', hear)
  const forget = desk.subscribe(() => {
    forget()
    throw new Error('a page’s own bug')
  })
  const charge = await desk.charge('order-1', wechat)
  await advance(5_000)
  expect(charge.taken && (await charge.payment.result).status).toBe('paid')
  expect([merchant.count.prepare, thrown.length]).toEqual([1, 1])
  process.off('unhandledRejection', hear)
})

it('leaves nothing running after a stop, and its records where they are', async () => {
  const { desk, advance, held, device } = counter()
  await desk.charge('order-1', wechat)
  await advance(100)
  desk.stop()
  await advance(0)
  expect(held()).toEqual({ timers: 0, listeners: 0, locks: 0 })
  expect(device.kept.size).toBe(1)
})
