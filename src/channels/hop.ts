/** A page in a mini program's web-view may not pay: a native page of the mini program does, and this page watches. */
import { alipayHopShape, wechatHopShape } from '../contract/action-shapes.ts'
import type { Shape } from '../contract/check.ts'
import type { Actions } from '../contract/derived.ts'
import type { Channel } from '../core/ports.ts'
import { BRIDGE_MISSING, LEFT } from '../core/raw.ts'
import type { Claim } from '../core/words.ts'
import { callBridge } from './bridge.ts'
import { ownText } from './own-text.ts'

/** No document says that `success` is called in a web-view: a hop that was not refused by then has happened. Our choice. */
const refusedWithinMs = 1_000

const interpret = (raw: unknown): Claim => {
  if (raw === LEFT) return { is: 'left' }
  if (raw === BRIDGE_MISSING) return { is: 'absent', reason: 'bridge_missing' }
  const said = (ownText(raw, 'errMsg') || ownText(raw, 'errorMessage')).slice(0, 128)
  return said === '' ? { is: 'unknown' } : { is: 'failed', reason: said }
}

/**
 * Opens no wallet order: the native page makes a payment of the same order for its own platform, and the server answers
 * this page's question with `paid` and `paidBy` (R1), at the latest when the page is shown again.
 */
const hop = (kind: 'wechat.hop' | 'alipay.hop', shape: Shape, name: string): Channel => ({
  kind,
  shape,
  needs: [name],
  leaves: true,
  invoke: ({ path: url }: Actions['wechat.hop'], host, signal) =>
    callBridge(
      { name, method: 'navigateTo', ready: [] },
      (answer) => {
        const forget = host.after(refusedWithinMs, () => answer(LEFT))
        const refuse = (raw: unknown) => {
          forget()
          answer(raw)
        }
        return [{ url, fail: refuse }]
      },
      host,
      signal,
    ),
  interpret,
})

/** jweixin 1.3.2 and later: developers.weixin.qq.com, web-view component, read 2026-11. */
export const wechatHop = hop('wechat.hop', wechatHopShape, 'wx.miniProgram')

/** opendocs.alipay.com, web-view component, read 2026-11. */
export const alipayHop = hop('alipay.hop', alipayHopShape, 'my')
