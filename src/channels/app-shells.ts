/** The shells of apps that bring a way to the wallets along: a table of how each is called. */
import type { Host, Signal } from '../core/ports.ts'
import { reach } from '../core/reach.ts'
import { type Arguments, type Bridge, besides } from './bridge.ts'
import { ownText } from './own-text.ts'

export interface Handover {
  readonly wallet: string
  readonly params: string | Readonly<Record<string, string>>
  readonly host: Host
  readonly signal: Signal
}

export interface Shell {
  readonly bridge: Bridge
  /** The only wallet that it reaches, where it is the plugin of one. */
  readonly wallet?: string
  readonly args: (handover: Handover) => Arguments
}

/** As 5+ and uni-app call the wallets. */
const providers: ReadonlyMap<string, string> = new Map([['wechat', 'wxpay']])
const providerOf = (wallet: string): string => providers.get(wallet) ?? wallet

const lastTwo =
  ({ params }: Handover): Arguments =>
  (answer) => [params, answer, answer]

/** html5plus.org, payment, read 2026-11: the channel is an object, found by its id. */
const byChannel =
  ({ wallet, params, host }: Handover): Arguments =>
  (answer) => {
    const pay = (channels: readonly { readonly id: string }[]) => {
      const channel = channels.find(({ id }) => id === providerOf(wallet))
      if (channel) reach(host.foreign('plus'), 'payment.request')?.(channel, params, answer, answer)
      else answer({ status: 'failed' })
    }
    return [pay, answer]
  }

/**
 * One way, as text: `{ id, wallet, params }`. The app answers by an event of the document, from whatever runs script there:
 * `document.dispatchEvent(new CustomEvent('isopay', { detail: { id, status: 'ok' | 'cancelled' | 'failed' } }))`.
 */
const posted =
  ({ wallet, params, host, signal }: Handover): Arguments =>
  (answer) => {
    const id = host.newId()
    const forget = host.onEvent('isopay', (detail) => {
      if (ownText(detail, 'id') !== id) return
      forget()
      answer(detail)
    })
    signal.onAbort(forget)
    return [JSON.stringify({ id, wallet, params })]
  }

const row = (name: string, method: string, args: Shell['args'], more: Partial<Shell> = {}): Shell => ({
  bridge: { name, method, ready: [] },
  args,
  ...more,
})

/**
 * Best first. xu-li/cordova-plugin-wechat, cordova-plugin-alipay-v2, marcuswestin/WebViewJavascriptBridge (the app registers
 * a handler `isopay`), @dcloudio/types; read 2026-11. The object `isopay` is Android's, or one that React Native's shell
 * injects, whose `postMessage` hands the text on to that of ReactNativeWebView.
 */
export const shells: readonly Shell[] = [
  row('plus.payment', 'getChannels', byChannel),
  row('Wechat', 'sendPaymentRequest', lastTwo, { wallet: 'wechat' }),
  row('cordova.plugins.alipay', 'payment', lastTwo, { wallet: 'alipay' }),
  row('webkit.messageHandlers.isopay', 'postMessage', posted),
  row('isopay', 'postMessage', posted),
  row('WebViewJavascriptBridge', 'callHandler', ({ wallet, params }) => (answer) => [
    'isopay',
    { wallet, params },
    answer,
  ]),
  row('uni', 'requestPayment', ({ wallet, params }) => besides({ provider: providerOf(wallet), orderInfo: params })),
]
