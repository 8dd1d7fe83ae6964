/** What the lab may show of a message, and what each message is called. */
import { describe, expect, it } from 'vitest'
import { messageOf } from '../../../examples/lab/messages.ts'
import { readBody, redacted, redactedPath } from '../../../examples/lab/redact.ts'
import { wordOf } from '../../../examples/lab/word.ts'

const id = '0123456789abcdef0123456789abcdef'

describe('a body', () => {
  it('keeps the names of its fields, and the values of those that are nobody’s secret', () => {
    const asked = { payment: id, platform: 'till', identity: { kind: 'payment-code', value: '132512345678901234' } }
    expect(redacted(asked)).toEqual({
      payment: '012345…',
      platform: 'till',
      identity: { kind: 'payment-code', value: '•••' },
    })
  })

  it('hides what was signed and who pays, and shows the sum', () => {
    const action = { kind: 'wechat.bridge', paySign: 'c2lnbmVk', package: 'prepay_id=up1', signType: 'RSA' }
    expect(redacted({ action, payer: { openid: 'o123' }, amount: { value: 990, currency: 'CNY' } })).toEqual({
      action: { kind: 'wechat.bridge', paySign: '•••', package: '•••', signType: 'RSA' },
      payer: { openid: '•••' },
      amount: { value: 990, currency: 'CNY' },
    })
  })

  it('hides a login’s code under the name that a word of refusal has', () => {
    expect(redacted({ code: '0a1b2c3d4e5f60718293' })).toEqual({ code: '•••' })
    expect(redacted({ code: 'ORDER_NOT_EXIST' })).toEqual({ code: 'ORDER_NOT_EXIST' })
  })

  it('is read as JSON or as a form, and a page is none', () => {
    expect(readBody('method=alipay.trade.query&biz_content={"out_trade_no":"1"}')).toEqual({
      method: 'alipay.trade.query',
      biz_content: { out_trade_no: '1' },
    })
    expect(readBody('<!doctype html>')).toBeUndefined()
  })

  it('has a path without its query and its ids', () => {
    expect(redactedPath(`/wechat/v3/pay/transactions/out-trade-no/${id}?mchid=1`)).toBe(
      '/wechat/v3/pay/transactions/out-trade-no/…',
    )
  })
})

describe('a request is named for who speaks to whom', () => {
  it.each([
    ['wechat', 'POST', '/pay/prepare', '', ['phone', 'merchant', 'prepare']],
    ['desktop', 'POST', '/pay/status', '', ['pc', 'merchant', 'status']],
    ['mini', 'POST', '/pay/alipay-mini/prepare', '', ['phone', 'merchant', 'prepare']],
    ['wallets', 'POST', '/wechat/v3/pay/transactions/native', '', ['merchant', 'wallet', 'open · native']],
    ['wallets', 'POST', '/alipay/gateway.do?method=alipay.trade.query', '', ['merchant', 'wallet', 'query']],
    ['wallets', 'GET', '/alipay/gateway.do?method=alipay.trade.wap.pay', '', ['phone', 'wallet', 'cashier']],
    ['wallets', 'POST', '/alipay/app/bridge/page1/pay', '', ['phone', 'wallet', 'pay']],
    ['merchant', 'POST', '/notify/wechat', '', ['wallet', 'merchant', 'notify']],
  ])('at %s: %s %s', (server, method, url, text, [from, to, name]) => {
    expect(messageOf(server, method, url, text)).toEqual({ from, to, name })
  })

  it('and one that is none of a payment has no name', () => {
    expect(messageOf('wallets', 'POST', '/wechat/app/codes/seen', '')).toBeNull()
    expect(messageOf('merchant', 'POST', '/pay/prepare', '')).toBeNull()
  })
})

describe('an answer comes to one word', () => {
  it.each([
    [200, { status: 'pending', amount: { value: 1 } }, 'pending'],
    [200, { action: { kind: 'qr', content: 'x' } }, 'qr'],
    [409, { error: { code: 'order_busy' } }, 'order_busy'],
    [200, { trade_state: 'NOTPAY' }, 'NOTPAY'],
    [200, { alipay_trade_query_response: { code: '10000', trade_status: 'WAIT_BUYER_PAY' } }, 'WAIT_BUYER_PAY'],
    [200, { answer: { err_msg: 'get_brand_wcpay_request:cancel' } }, 'cancel'],
    [200, { answer: null }, 'silence'],
    [503, undefined, '503'],
  ])('%i %j: %s', (status, body, word) => {
    expect(wordOf(status, body)).toBe(word)
  })
})
