/** A merchant's own app: the order goes to the wallet's SDK by the shell's bridge. */
import { appBridgeShape } from '../contract/action-shapes.ts'
import type { Actions } from '../contract/derived.ts'
import type { AbortSignalLike } from '../core/checkout.ts'
import type { Channel, Host } from '../core/ports.ts'
import { BRIDGE_MISSING } from '../core/raw.ts'
import { appClaim } from './app-claim.ts'
import { type Shell, shells } from './app-shells.ts'
import { callBridge, findBridge } from './bridge.ts'

type Params = Actions['app.bridge']['params']

/** WeChat's OpenSDK spells them in lower case, and servers' libraries often do not. pay.weixin.qq.com/doc/v2 4011937148. */
const spelling: ReadonlyMap<string, string> = new Map([
  ['appId', 'appid'],
  ['partnerId', 'partnerid'],
  ['prepayId', 'prepayid'],
  ['nonceStr', 'noncestr'],
  ['timeStamp', 'timestamp'],
])

const respelled = (params: Params): Params => {
  if (typeof params === 'string') return params
  const spelled: Record<string, string> = {}
  for (const name of Object.keys(params)) spelled[spelling.get(name) ?? name] = params[name] ?? ''
  return spelled
}

const shellFor = (wallet: string, host: Host): Shell | undefined =>
  shells.find((shell) => (shell.wallet ?? wallet) === wallet && findBridge(shell.bridge, host))

/**
 * A bridge that was handed in gets the params as the server sent them; one that was found, by its row in `shells`.
 *
 * Many shells never answer: a swipe out of WeChat on iOS calls nobody and may still be paid (react-native-wechat-lib #100
 * #270, read 2026-11). So silence says nothing, and the server is asked when the app is in front again.
 */
export const appBridge: Channel = {
  kind: 'app.bridge',
  shape: appBridgeShape,
  needs: [],
  leaves: false,
  invoke: async ({ wallet, params }: Actions['app.bridge'], host, signal) => {
    if (host.bridge) return host.bridge.invoke(wallet, params, host.nativeSignal(signal) as AbortSignalLike | undefined)
    const shell = shellFor(wallet, host)
    if (!shell) return BRIDGE_MISSING
    return callBridge(shell.bridge, shell.args({ wallet, params: respelled(params), host, signal }), host, signal)
  },
  interpret: appClaim,
}
