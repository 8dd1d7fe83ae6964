/** A code on this screen for the payer's phone to scan: WeChat's `code_url`, Alipay's `qr_code`. */
import { qrShape } from '../contract/action-shapes.ts'
import type { Actions } from '../contract/derived.ts'
import type { Channel } from '../core/ports.ts'

export const qr: Channel = {
  kind: 'qr',
  shape: qrShape,
  needs: [],
  leaves: false,
  invoke: ({ content }: Actions['qr']) => Promise.resolve(content),
  /**
   * The content goes to whatever draws it. Its scheme is no business of ours: `weixin://wxpay/bizpayurl?pr=…`, `?sr=…`
   * and others exist. pay.weixin.qq.com/doc/v3/merchant/4012791890, read 2026-11.
   */
  interpret: (raw) => (typeof raw === 'string' && raw !== '' ? { is: 'shown', content: raw } : { is: 'unknown' }),
}
