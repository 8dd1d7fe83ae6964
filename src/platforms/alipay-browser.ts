/** A page in Alipay. */
import { alipayBridge } from '../channels/alipay-bridge.ts'
import { authorize } from '../channels/authorize.ts'
import { form } from '../channels/form.ts'
import { redirect } from '../channels/redirect.ts'
import type { Place } from '../core/ports.ts'
import { objects, orNull, overruled, token } from './evidence.ts'
import { alipayTokens } from './wallet-tokens.ts'

/** By the bridge, or by the user agent while the bridge has not come yet. Samples: the fixture of this place. */
export const alipayBrowser: Place = {
  name: 'alipay-browser',
  recognise: (signals) => {
    if (overruled(signals, ['AlipayJSBridge'])) return null
    return orNull([...objects(signals, ['AlipayJSBridge']), ...token(signals, alipayTokens)])
  },
  wallets: ['alipay'],
  channels: [alipayBridge, authorize, form, redirect],
  without: {
    'wechat.bridge': 'Alipay opens no way to WeChat Pay: the payer must open the page elsewhere',
    qr: 'The payer’s own phone would have to scan its own screen',
  },
}
