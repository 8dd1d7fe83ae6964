import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Wallets } from '../../../../examples/wallets/wallets.ts'
import { open } from '../merchant.ts'
import { pay, scan } from '../payer.ts'
import { number, payerAt, shopAt } from './shop.ts'

const hour = 3600_000

/** `yyyy-MM-dd HH:mm:ss` in Beijing. */
const beijing = (at: number) => new Date(at + 8 * hour).toISOString().slice(0, 19).replace('T', ' ')

describe('a trade at Alipay', () => {
  let wallets: Wallets
  let shop: ReturnType<typeof shopAt>
  let clock = 0

  beforeEach(async () => {
    clock = Date.now()
    wallets = await open({ now: () => clock })
    shop = shopAt(wallets.accounts.alipay)
  })
  afterEach(() => wallets.stop())

  const scanCode = (code?: string) => scan(wallets.origin, 'alipay', code ?? '')
  const buy = async () => {
    const { offer } = await scanCode((await shop.precreate()).qrCode)
    return pay(wallets.origin, 'alipay', offer)
  }

  it('does not exist until its code is scanned: neither for query nor for close', async () => {
    const { qrCode } = await shop.precreate()
    expect(qrCode).toMatch(/^https:\/\/qr\.alipay\.com\/bax\w+$/)
    for (const answer of [await shop.query(), await shop.close()])
      expect(answer).toMatchObject({ code: '40004', subCode: 'ACQ.TRADE_NOT_EXIST' })
    expect(await scanCode(qrCode)).toMatchObject({ value: 990, title: '明前龙井' })
    expect(await shop.query()).toMatchObject({ code: '10000', tradeStatus: 'WAIT_BUYER_PAY', totalAmount: '9.90' })
  })

  it('can be paid by its code though a close before the scan failed: that proves nothing', async () => {
    const { qrCode } = await shop.precreate()
    await shop.close()
    const { offer } = await scanCode(qrCode)
    await pay(wallets.origin, 'alipay', offer)
    expect(wallets.ledger.taken(number)).toBe(1)
  })

  it('is TRADE_SUCCESS once it is paid, and then cannot be ordered, closed or paid', async () => {
    await buy()
    expect(await shop.query()).toMatchObject({ tradeStatus: 'TRADE_SUCCESS', receiptAmount: '9.90' })
    expect((await shop.precreate()).subCode).toBe('ACQ.TRADE_HAS_SUCCESS')
    expect((await shop.close()).subCode).toBe('ACQ.TRADE_STATUS_ERROR')
    expect(wallets.ledger.taken(number)).toBe(1)
  })

  it('is paid once, though two codes of it are out', async () => {
    const codes = [await shop.precreate(), await shop.precreate()]
    const [first, second] = [await scanCode(codes[0]?.qrCode), await scanCode(codes[1]?.qrCode)]
    await pay(wallets.origin, 'alipay', first.offer)
    expect((await pay(wallets.origin, 'alipay', second.offer)).refused).toContain('订单已支付')
    expect(wallets.ledger.taken(number)).toBe(1)
  })

  it('keeps the amount of the code that was scanned first', async () => {
    const [cheap, dear] = [await shop.precreate(), await shop.precreate({ total_amount: '10' })]
    await scanCode(cheap.qrCode)
    expect((await scanCode(dear.qrCode)).refused).toContain('商家订单信息有误')
    expect((await shop.precreate({ total_amount: '10' })).subCode).toBe('ACQ.CONTEXT_INCONSISTENT')
  })

  it('once scanned can be closed, and never opened again', async () => {
    const { qrCode } = await shop.precreate()
    const { offer } = await scanCode(qrCode)
    expect((await shop.close()).code).toBe('10000')
    expect((await pay(wallets.origin, 'alipay', offer)).refused).toContain('订单已关闭')
    expect((await shop.query()).tradeStatus).toBe('TRADE_CLOSED')
    expect((await shop.precreate()).subCode).toBe('ACQ.TRADE_HAS_CLOSE')
  })

  it('has a code for two hours, and lives on after the scan for its timeout_express', async () => {
    const { qrCode } = await shop.precreate({ timeout_express: '3h' })
    clock += 1.9 * hour
    const { offer } = await scanCode(qrCode)
    clock += 2.9 * hour
    expect((await scanCode(qrCode)).refused).toContain('支付请求已失效')
    expect((await shop.query()).tradeStatus).toBe('WAIT_BUYER_PAY')
    await pay(wallets.origin, 'alipay', offer)
    expect(wallets.ledger.taken(number)).toBe(1)
  })

  it('is TRADE_CLOSED once its timeout_express has passed since the scan', async () => {
    const { offer } = await scanCode((await shop.precreate({ timeout_express: '3h' })).qrCode)
    clock += 3 * hour
    expect((await shop.query()).tradeStatus).toBe('TRADE_CLOSED')
    expect((await pay(wallets.origin, 'alipay', offer)).refused).toContain('支付请求已失效')
  })

  it('obeys time_expire, which is in Beijing time', async () => {
    const { qrCode } = await shop.precreate({ time_expire: beijing(clock + hour) })
    await scanCode(qrCode)
    clock += hour + 1000
    expect((await scanCode(qrCode)).refused).toContain('支付请求已失效')
  })

  it('exists at once where it is created for a payer', async () => {
    const { openId, userId } = await payerAt(wallets.accounts.alipay)
    const first = await shop.create({ buyer_open_id: openId })
    expect(first.tradeNo).toMatch(/^\d{28}$/)
    expect((await shop.query()).tradeStatus).toBe('WAIT_BUYER_PAY')
    expect((await shop.create({ buyer_id: userId })).tradeNo).toBe(first.tradeNo)
  })

  it.each([
    ['no payer', {}, 'ACQ.INVALID_PARAMETER'],
    ['an unknown payer', { buyer_open_id: 'somebody' }, 'ACQ.BUYER_NOT_EXIST'],
  ])('is not created for %s', async (_what, payer, subCode) => {
    expect((await shop.create(payer)).subCode).toBe(subCode)
  })

  it.each([
    ['no subject', { subject: '' }],
    ['an amount of nothing', { total_amount: '0.00' }],
    ['a fraction of a fen', { total_amount: '9.999' }],
    ['a number with a space', { out_trade_no: 'a b' }],
    ['an unknown span', { timeout_express: 'soon' }],
    ['an expiry that has passed', { time_expire: '2020-01-01 00:00:00' }],
  ])('is refused for %s', async (_what, changes) => {
    expect((await shop.precreate(changes)).subCode).toBe('ACQ.INVALID_PARAMETER')
  })

  it('is refunded in parts, each once, up to what was paid', async () => {
    await buy()
    expect(await shop.refund('4.00', 'r1')).toMatchObject({ code: '10000', fundChange: 'Y', refundFee: '4.00' })
    expect(await shop.refund('4.00', 'r1')).toMatchObject({ fundChange: 'N', refundFee: '4.00' })
    expect((await shop.query()).tradeStatus).toBe('TRADE_SUCCESS')
    expect((await shop.refund('5.91', 'r2')).subCode).toBe('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL')
    await shop.refund('5.90', 'r2')
    expect((await shop.query()).tradeStatus).toBe('TRADE_CLOSED')
    expect((await shop.findRefund('r2')).refundStatus).toBe('REFUND_SUCCESS')
    expect((await shop.findRefund('r3')).refundStatus).toBeUndefined()
    expect(wallets.ledger.returned(number)).toBe(990)
  })

  it('is not refunded before it is paid', async () => {
    expect((await shop.refund('9.90', 'r1')).subCode).toBe('ACQ.TRADE_NOT_EXIST')
  })
})
