import { describe, expect, it } from 'vitest'
import { allowedUrl } from '../../src/host/navigation.ts'

const secure = {
  pageUrl: () => 'https://shop.example/pay',
  hosts: ['cashier.example:8443'],
  endpoint: 'https://api.shop.example/pay',
}
const local = { ...secure, pageUrl: () => 'http://127.0.0.1:4080/', hosts: ['127.0.0.1:4081'], endpoint: '/pay' }

describe('goes to', () => {
  it.each([
    'https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=1&package=2',
    'https://openapi.alipay.com/gateway.do?sign=a%2Bb%3D',
    'https://cashier.example:8443/',
    'https://api.shop.example/away',
    'weixin://wxpay/bizpayurl?pr=1',
    'alipays://platformapi/startapp?saId=10000007',
  ])('%s', (url) => {
    expect(allowedUrl(url, secure)).toBe(url)
  })

  it('a listed host by http only from a page that is on http itself', () => {
    expect(allowedUrl('http://127.0.0.1:4081/h5', local)).toBe('http://127.0.0.1:4081/h5')
    expect(allowedUrl('http://wx.tenpay.com/', secure)).toBeNull()
  })

  it('its own origin, where the endpoint is there', () => {
    expect(allowedUrl('http://127.0.0.1:4080/return', local)).toBe('http://127.0.0.1:4080/return')
  })
})

describe('does not go to', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'blob:https://shop.example/1',
    'vbscript:x',
    'file:///etc/passwd',
    'intent://pay#Intent;end',
    'mqqapi://x',
    'https://evil.example/',
    'https://wx.tenpay.com.evil.example/',
    'https://evil.example/?https://wx.tenpay.com/',
    'https://evil.example#@wx.tenpay.com/',
    'https://wx.tenpay.com@evil.example/',
    'https://user:pass@wx.tenpay.com/',
    'https:\\\\evil.example/',
    'https://wx.tenpay.com\\@evil.example/',
    'https://wx.tenpay.com:444/',
    'https://cashier.example/',
    'https://ｗx.tenpay.com.evil.example/',
    '//evil.example/',
    'https://wx.tenpay.com/\u0000',
    'https://',
    '',
  ])('%j', (url) => {
    expect(allowedUrl(url, secure)).toBeNull()
  })
})
