/** A page in UnionPay's own app (Cloud QuickPass). */
import { form } from '../channels/form.ts'
import { redirect } from '../channels/redirect.ts'
import { unionpayBridge } from '../channels/unionpay-bridge.ts'
import type { Place } from '../core/ports.ts'
import { objects, overruled, token } from './evidence.ts'

/**
 * Bank apps say `UnionPay/1.0` as well, where upsdk is unproven: they are another app's browser. `upsdk` itself comes
 * with a script and proves no place. open.unionpay.com and public code, read 2026-11.
 */
export const unionpayBrowser: Place = {
  name: 'unionpay-browser',
  recognise: (signals) => {
    const unionpay = token(signals, ['com.unionpay.chsp', 'UnionPay/1.0 CloudPay'])
    if (unionpay.length === 0 || overruled(signals)) return null
    return [...unionpay, ...objects(signals, ['upsdk'])]
  },
  channels: [unionpayBridge, redirect, form],
  without: { qr: 'The payer’s own phone would have to scan its own screen' },
}
