/** A mini program's payments in a bare engine: pay, turn back, fail, be killed, lose the network, tap twice. */
import { describe, expect, it } from 'vitest'
import type { Build } from './bare.ts'
import type { Native } from './engine.ts'
import { open, openMerchant, says, signed } from './opened.ts'

/** What has to hold wherever a mini program's bundle runs. */
export const itPays = (more: Build) => {
  it('is paid when the server says so, and sends who pays once', () => {
    const merchant = openMerchant()
    const pay: Native = (options) => {
      expect(options).toEqual(signed)
      merchant.status = 'paid'
      return { by: 'success', said: { errMsg: 'requestPayment:ok' }, afterMs: 2_000 }
    }
    const { tap, advance, ended, invoked, phone, evaluate } = open(merchant, pay, more)
    tap()
    advance(1_000)
    expect([invoked(), phone.kept.length]).toEqual([1, 1])
    advance(5_000)
    expect([ended(), invoked(), phone.kept.length]).toEqual([{ status: 'paid' }, 1, 0])
    const [{ platform, accepts, identity, returnUrl } = {}] = merchant.asked
    expect([platform, accepts]).toEqual(['wechat-mini', ['wechat.mini', 'wechat.virtual']])
    expect([identity, returnUrl]).toEqual([{ kind: 'login-code', value: 'login-code' }, undefined])
    expect(evaluate('phone.listeners()')).toBe(0)
  })

  it.each([
    ['', says('requestPayment:fail cancel')],
    [', in the words of an old client', says('requestPayment:cancel', 'complete')],
  ])('is cancelled where the payer turns back%s, and can be tried again under the same id', (_words, pay) => {
    const merchant = openMerchant()
    const { tap, advance, ended, invoked } = open(merchant, pay, more)
    const id = tap()
    advance(10_000)
    expect(ended()).toEqual({ status: 'cancelled', code: 'cancelled' })
    expect([tap(), advance(2_500), invoked()]).toEqual([id, undefined, 2])
  })

  it('is pending where the wallet says that it failed, and the server does not', () => {
    const { tap, advance, ended } = open(openMerchant(), says('requestPayment:fail no permission'), more)
    tap()
    advance(60_000)
    expect(ended()).toEqual({ status: 'pending', code: 'wallet_failed' })
  })

  it('is paid although the wallet says that it failed, where the server says so', () => {
    const merchant = openMerchant()
    const { tap, advance, ended } = open(merchant, says('requestPayment:fail timeout'), more)
    tap()
    advance(10_000)
    merchant.status = 'paid'
    advance(10_000)
    expect(ended()).toEqual({ status: 'paid' })
  })

  it('is found again after it was killed with the wallet in front, and not invoked again', () => {
    const merchant = openMerchant()
    const before = open(merchant, () => undefined, more)
    const id = before.tap()
    before.advance(1_000)
    merchant.status = 'paid'
    const after = open(merchant, () => undefined, { ...more, phone: before.phone })
    after.evaluate(`(() => { globalThis.ended = null; globalThis.payment = checkout.resume('order-1');
      payment.result.then(({ status, payment }) => { ended = { status, payment } }); return 1 })()`)
    after.advance(1_000)
    expect([after.ended(), after.invoked(), merchant.payments.size]).toEqual([{ status: 'paid', payment: id }, 0, 1])
  })

  it('waits for the network, asks by the same id when it is back, and was never invoked before', () => {
    const merchant = openMerchant()
    merchant.online = false
    const { tap, advance, fire, ended, invoked } = open(merchant, says('requestPayment:ok'), more)
    const id = tap()
    advance(5_000)
    expect([ended(), invoked()]).toEqual([null, 0])
    merchant.online = true
    fire('NetworkStatusChange', { isConnected: true })
    advance(1_000)
    expect([invoked(), [...merchant.payments]]).toEqual([1, [id]])
  })

  it('has failed where the network never came, for nothing was invoked', () => {
    const merchant = openMerchant()
    merchant.online = false
    const { tap, advance, ended, invoked } = open(merchant, says('requestPayment:ok'), more)
    tap()
    advance(60_000)
    expect([ended(), invoked()]).toEqual([{ status: 'failed', code: 'network' }, 0])
  })

  it('is invoked once, however often the payer taps, and from however many pages', () => {
    const merchant = openMerchant()
    const { tap, advance, invoked, evaluate } = open(merchant, () => undefined, more)
    const ids = [tap(), tap()]
    evaluate(`(globalThis.checkout = isopay.createCheckout({ endpoint: 'https://shop.example/pay' })).platform`)
    advance(1_000)
    ids.push(tap())
    advance(5_000)
    expect([new Set(ids).size, invoked(), merchant.payments.size]).toEqual([1, 1, 1])
  })

  it('asks at once when the payer comes back from a wallet that said nothing', () => {
    const merchant = openMerchant()
    const { tap, advance, fire, ended } = open(merchant, () => undefined, more)
    tap()
    advance(1_000)
    fire('AppHide')
    advance(20_000)
    merchant.status = 'paid'
    fire('AppShow')
    advance(100)
    expect(ended()).toEqual({ status: 'paid' })
  })

  it('stops before anything is invoked where the server names another amount', () => {
    const merchant = openMerchant()
    const { advance, evaluate, ended, invoked } = open(merchant, says('requestPayment:ok'), more)
    evaluate(`(() => { globalThis.ended = null; checkout.pay('order-1', { expect: { value: 1, currency: 'CNY' } })
      .result.then(({ status, error }) => { ended = { status, code: error.code } }); return 1 })()`)
    advance(10_000)
    expect([ended(), invoked()]).toEqual([{ status: 'failed', code: 'amount_mismatch' }, 0])
  })

  describe('in Alipay', () => {
    it.each([
      ['9000', 'paid', { status: 'paid' }],
      ['8000', 'paid', { status: 'paid' }],
      ['6001', 'pending', { status: 'cancelled', code: 'cancelled' }],
      ['4000', 'pending', { status: 'pending', code: 'wallet_failed' }],
    ])('a trade whose success says %s ends by the server’s word', (resultCode, status, result) => {
      const merchant = openMerchant({ kind: 'alipay.mini', tradeNO: '2026112422001400000000000001' })
      const pay: Native = () => {
        merchant.status = status
        return { by: 'success', said: { resultCode }, afterMs: 1_000 }
      }
      const { tap, advance, ended, phone } = open(merchant, pay, { ...more, brand: 'my' })
      tap()
      advance(500)
      expect(phone.kept.length).toBe(1)
      advance(60_000)
      expect(ended()).toEqual(result)
      expect(merchant.asked[0]).toMatchObject({
        platform: 'alipay-mini',
        identity: { kind: 'login-code', value: 'auth-code' },
      })
    })
  })
}
