/** What a server got wrong with an order of WeChat's, wherever it is paid. Reports of developers; read 2026-11. */
import type { Symptom } from '../core/ports.ts'

export const orderSymptoms: readonly Symptom[] = [
  {
    /** EasyWeChat docs#94, tvrcgo/weixin-pay#34. */
    sign: /prepay_?id/i,
    cause: 'The server handed on an order that WeChat never opened',
    check: 'The answer of the unified order call at the server: it holds an error instead of a prepay_id',
  },
  {
    sign: /sign(?:ature)?\b|paySign|签名/i,
    cause: 'The signature does not match the fields',
    check: 'What is signed is appId, timeStamp, nonceStr, package, a line each, with the key that signType names',
  },
]
