/** What can be seen of the place from inside: the reader of a page's foreign globals for detection. */
import type { Signals } from '../core/ports.ts'
import { payingFunctions } from './mini-runtimes.ts'

type Foreign = Readonly<Record<string, unknown>>

/** What others may have put into a page's global scope. */
declare const WeixinJSBridge: Foreign
declare const AlipayJSBridge: Foreign
declare const __wxjs_environment: unknown
declare const wx: Foreign
declare const upsdk: Foreign
declare const plus: Foreign
declare const Wechat: Foreign
declare const WebViewJavascriptBridge: Foreign
declare const isopay: Foreign
declare const webkit: { readonly messageHandlers: { readonly isopay: Foreign } }
declare const importScripts: unknown
declare const cordova: { readonly plugins: { readonly alipay: Foreign } }

const does = (thing: unknown): boolean => typeof thing === 'function'
const is = (thing: unknown): boolean => typeof thing === 'object' && thing !== null

/**
 * Name by name, whether it is there with the function that makes it useful: a stub is no capability.
 *
 * Each global is named literally behind `typeof`: bundlers and mini programs resolve the bare name, not `window.wx`.
 */
const probes: readonly (readonly [name: string, found: () => boolean])[] = [
  ['WeixinJSBridge', () => typeof WeixinJSBridge !== 'undefined' && does(WeixinJSBridge.invoke)],
  ['AlipayJSBridge', () => typeof AlipayJSBridge !== 'undefined' && does(AlipayJSBridge.call)],
  [
    '__wxjs_environment=miniprogram',
    () => typeof __wxjs_environment !== 'undefined' && __wxjs_environment === 'miniprogram',
  ],
  ['wx.miniProgram', () => typeof wx !== 'undefined' && is(wx.miniProgram)],
  ['wx.qy', () => typeof wx !== 'undefined' && is(wx.qy)],
  ['upsdk', () => typeof upsdk !== 'undefined' && does(upsdk.pay)],
  ['plus.payment', () => typeof plus !== 'undefined' && is(plus.payment)],
  ['Wechat.sendPaymentRequest', () => typeof Wechat !== 'undefined' && does(Wechat.sendPaymentRequest)],
  ['cordova.plugins.alipay', () => typeof cordova !== 'undefined' && does(cordova.plugins.alipay.payment)],
  [
    'WebViewJavascriptBridge',
    () => typeof WebViewJavascriptBridge !== 'undefined' && does(WebViewJavascriptBridge.callHandler),
  ],
  [
    'webkit.messageHandlers.isopay',
    () => typeof webkit !== 'undefined' && does(webkit.messageHandlers.isopay.postMessage),
  ],
  ['isopay.postMessage', () => typeof isopay !== 'undefined' && does(isopay.postMessage)],
  /** Taro hands what it bundles for a mini program a document of its own, which is no page: it is neither visible nor hidden. */
  ['document', () => typeof document !== 'undefined' && typeof document.visibilityState === 'string'],
  ['importScripts', () => typeof importScripts !== 'undefined' && does(importScripts)],
  ['process', () => typeof process !== 'undefined' && typeof process.versions.node === 'string'],
]

/** A getter that throws is no evidence. */
const orElse = <T>(read: () => T, fallback: T): T => {
  try {
    return read()
  } catch {
    return fallback
  }
}

const userAgent = (): string => {
  const text: unknown = typeof navigator === 'undefined' ? '' : navigator.userAgent
  return typeof text === 'string' ? text : ''
}

const maxTouchPoints = (): number => {
  const count: unknown = typeof navigator === 'undefined' ? 0 : navigator.maxTouchPoints
  return typeof count === 'number' ? count : 0
}

/** Reads them now: a bridge may come later. Total, also in a worker, in Node and where there are no globals at all. */
export const readSignals = (): Signals => ({
  userAgent: orElse(userAgent, ''),
  maxTouchPoints: orElse(maxTouchPoints, 0),
  objects: [...payingFunctions(), ...probes.filter(([, found]) => orElse(found, false)).map(([name]) => name)],
})
