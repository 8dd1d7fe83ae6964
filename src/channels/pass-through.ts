/** Mini programs whose answers nobody has written down: the parameters go through, and the server alone is asked. */
import { baiduMiniShape, jdMiniShape, kuaishouMiniShape, qqMiniShape, xhsMiniShape } from '../contract/action-shapes.ts'
import type { Shape } from '../contract/check.ts'
import type { Actions } from '../contract/derived.ts'
import type { Channel } from '../core/ports.ts'
import { BRIDGE_MISSING } from '../core/raw.ts'
import { besides, callBridge } from './bridge.ts'

type Kind = 'baidu.mini' | 'qq.mini' | 'kuaishou.mini' | 'xhs.mini' | 'jd.mini'
type Params = Actions[Kind]['params']

type Wrap = (params: Params) => object

const passThrough = (kind: Kind, shape: Shape, name: string, method: string, wrap: Wrap): Channel => ({
  kind,
  shape,
  needs: [`${name}.${method}`],
  leaves: false,
  invoke: ({ params }: Actions[Kind], host, signal) =>
    callBridge({ name, method, ready: [] }, besides(wrap({ ...params })), host, signal),
  interpret: (raw) => (raw === BRIDGE_MISSING ? { is: 'absent', reason: 'bridge_missing' } : { is: 'unknown' }),
})

const asTheyAre = (params: Params): Params => params

/**
 * `{ dealId, appKey, totalAmount, tpOrderId, dealTitle, signFieldsRange, rsaSign, bizInfo }`. In a browser the page is left
 * and no callback comes. smartprogram.baidu.com, swan.requestPolymerPayment, read 2026-11.
 */
export const baiduMini = passThrough('baidu.mini', baiduMiniShape, 'swan', 'requestPolymerPayment', (orderInfo) => ({
  orderInfo,
}))

/** `{ package, bargainor_id }`: q.qq.com, qq.requestPayment, and public code, read 2026-11. */
export const qqMini = passThrough('qq.mini', qqMiniShape, 'qq', 'requestPayment', asTheyAre)

/** `{ order_no, order_info_token }`; `serviceId` 1 shows the cashier. Public code, read 2026-11. */
export const kuaishouMini = passThrough('kuaishou.mini', kuaishouMiniShape, 'ks', 'pay', (orderInfo) => ({
  serviceId: '1',
  orderInfo,
}))

/** Fields are disputed in public code, read 2026-11: whatever the server names. */
export const xhsMini = passThrough('xhs.mini', xhsMiniShape, 'xhs', 'requestPayment', asTheyAre)

/** As for `xhs`. */
export const jdMini = passThrough('jd.mini', jdMiniShape, 'jd', 'requestPayment', asTheyAre)
