/** A page in a web-view of an Alipay mini program. */
import { alipayHop } from '../channels/hop.ts'
import type { Place } from '../core/ports.ts'
import { overruled, token } from './evidence.ts'
import { alipayTokens } from './wallet-tokens.ts'

/** `MiniProgram`, with a capital, beside Alipay's own token: public code, read 2026-11. */
export const alipayWebview: Place = {
  name: 'alipay-webview',
  recognise: (signals) => {
    if (overruled(signals, ['AlipayJSBridge'])) return null
    const alipay = token(signals, alipayTokens)
    const mini = token(signals, ['MiniProgram'])
    return alipay.length > 0 && mini.length > 0 ? [...alipay, ...mini] : null
  },
  wallets: ['alipay'],
  channels: [alipayHop],
  without: {
    'alipay.bridge': 'No source says that tradePay works in a mini program’s web-view: a native page of it must pay',
    qr: 'The payer’s own phone would have to scan its own screen',
  },
}
