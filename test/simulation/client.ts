/** The client under test: isopay itself. A variant that is wrong on purpose is this file over a changed source. */
import { alipayBridge } from '../../src/channels/alipay-bridge.ts'
import { authorize } from '../../src/channels/authorize.ts'
import { form } from '../../src/channels/form.ts'
import { qr } from '../../src/channels/qr.ts'
import { redirect } from '../../src/channels/redirect.ts'
import { wechatBridge } from '../../src/channels/wechat-bridge.ts'
import { createCheckoutIn } from '../../src/checkout/create.ts'
import { createTillIn } from '../../src/checkout/till.ts'
import type { Host, Place } from '../../src/core/ports.ts'
import { createDesk } from '../../src/desk/desk.ts'
import { miniPage } from '../../src/host/mini-page.ts'
import { miniStore } from '../../src/host/mini-store.ts'
import { makeReserves } from '../../src/host/reserves.ts'
import { appWebview } from '../../src/platforms/app-webview.ts'
import { miniPlaces } from '../../src/platforms/mini.ts'
import { till } from '../../src/platforms/till.ts'

export interface Client {
  readonly createCheckoutIn: typeof createCheckoutIn
  readonly createTillIn: typeof createTillIn
  readonly createDesk: typeof createDesk
  readonly miniPage: typeof miniPage
  readonly miniStore: typeof miniStore
  readonly makeReserves: typeof makeReserves
  /** A browser's page that can do all that pages can, and the places that are more than a page. */
  readonly places: readonly Place[]
  readonly changeHost?: (host: Host) => Host
}

const browser: Place = {
  name: 'browser',
  recognise: () => ['simulated'],
  channels: [wechatBridge, alipayBridge, redirect, form, qr, authorize],
  without: {},
}

export const isopay: Client = {
  createCheckoutIn,
  createTillIn,
  createDesk,
  miniPage,
  miniStore,
  makeReserves,
  places: [browser, ...miniPlaces, appWebview, till],
}
