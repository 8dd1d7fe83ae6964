/** A merchant's own app whose code runs outside any page: uni-app's service layer. */
import { appBridge } from '../channels/app-bridge.ts'
import type { Place } from '../core/ports.ts'
import { objects, orNull } from './evidence.ts'

/** In a mini program uni-app is a layer over the host, whose own row comes first. @dcloudio/types, read 2026-11. */
export const appNative: Place = {
  name: 'app-native',
  recognise: (signals) => orNull(objects(signals, ['uni.requestPayment'])),
  channels: [appBridge],
  without: {},
}
