/** Reading the place from inside, whatever is or is not there. */
import { afterEach, expect, it, vi } from 'vitest'
import { readSignals } from '../../src/host/signals.ts'

afterEach(() => vi.unstubAllGlobals())

const does = () => undefined
const trap = () => {
  throw new Error('trap')
}

it('finds nothing but the process in Node', () => {
  vi.stubGlobal('navigator', undefined)
  expect(readSignals()).toEqual({ userAgent: '', maxTouchPoints: 0, objects: ['process'] })
})

it.each([
  ['WeixinJSBridge', 'WeixinJSBridge', { invoke: does }],
  ['AlipayJSBridge', 'AlipayJSBridge', { call: does }],
  ['__wxjs_environment=miniprogram', '__wxjs_environment', 'miniprogram'],
  ['wx.requestPayment', 'wx', { requestPayment: does }],
  ['wx.miniProgram', 'wx', { miniProgram: {} }],
  ['wx.qy', 'wx', { qy: {} }],
  ['my.tradePay', 'my', { tradePay: does }],
  ['tt.pay', 'tt', { pay: does }],
  ['tt.requestOrder', 'tt', { requestOrder: does }],
  ['swan.requestPolymerPayment', 'swan', { requestPolymerPayment: does }],
  ['qq.requestPayment', 'qq', { requestPayment: does }],
  ['ks.pay', 'ks', { pay: does }],
  ['xhs.requestPayment', 'xhs', { requestPayment: does }],
  ['jd.requestPayment', 'jd', { requestPayment: does }],
  ['upsdk', 'upsdk', { pay: does }],
  ['plus.payment', 'plus', { payment: {} }],
  ['Wechat.sendPaymentRequest', 'Wechat', { sendPaymentRequest: does }],
  ['cordova.plugins.alipay', 'cordova', { plugins: { alipay: { payment: does } } }],
  ['wx.qy.requestPayment', 'wx', { qy: { requestPayment: does } }],
  ['uni.requestPayment', 'uni', { requestPayment: does }],
  ['WebViewJavascriptBridge', 'WebViewJavascriptBridge', { callHandler: does }],
  ['webkit.messageHandlers.isopay', 'webkit', { messageHandlers: { isopay: { postMessage: does } } }],
  ['isopay.postMessage', 'isopay', { postMessage: does }],
  ['document', 'document', { visibilityState: 'visible' }],
  ['importScripts', 'importScripts', does],
])('finds %s', (name, global, value) => {
  vi.stubGlobal(global, value)
  expect(readSignals().objects).toContain(name)
})

const globals = ['WeixinJSBridge', 'AlipayJSBridge', 'wx', 'my', 'tt', 'swan', 'qq', 'ks', 'xhs', 'jd', 'upsdk', 'plus']

it.each([
  ['stubs', {}],
  ['null', null],
  ['members that are null', { miniProgram: null, qy: null, payment: null, invoke: null, call: null, pay: null }],
  ['text', 'miniprogram'],
  ['traps', new Proxy({}, { get: trap })],
])('takes %s for no evidence', (_name, value) => {
  for (const global of [...globals, 'Wechat', 'cordova', 'document', 'importScripts']) vi.stubGlobal(global, value)
  vi.stubGlobal('__wxjs_environment', 'browser')
  expect(readSignals().objects).toEqual(['process'])
})

it('takes the document that Taro makes for a mini program for none: it can create elements, and is never shown', () => {
  vi.stubGlobal('document', { createElement: does, nodeType: 9 })
  expect(readSignals().objects).toEqual(['process'])
})

it('takes a global that throws when it is touched for no evidence', () => {
  for (const global of [...globals, 'navigator'])
    Object.defineProperty(globalThis, global, { get: trap, configurable: true })
  try {
    expect(readSignals()).toEqual({ userAgent: '', maxTouchPoints: 0, objects: ['process'] })
  } finally {
    for (const global of globals) Reflect.deleteProperty(globalThis, global)
    Reflect.deleteProperty(globalThis, 'navigator')
  }
})

it('reads the navigator, and nothing that is of another kind', () => {
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0', maxTouchPoints: 5 })
  expect(readSignals()).toMatchObject({ userAgent: 'Mozilla/5.0', maxTouchPoints: 5 })
  vi.stubGlobal('navigator', { userAgent: {}, maxTouchPoints: '5' })
  expect(readSignals()).toMatchObject({ userAgent: '', maxTouchPoints: 0 })
})
