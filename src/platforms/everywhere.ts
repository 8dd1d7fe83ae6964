/** Every place, for the one import that is the same everywhere. */
import type { Place } from '../core/ports.ts'
import { appNative } from './app-native.ts'
import { objects } from './evidence.ts'
import { miniPlaces } from './mini.ts'
import { webPlaces } from './web.ts'

/** A page's script may bring a mini program's functions along (Alipay's brings `my.tradePay`): a document overrules them. */
const outsidePages = (place: Place): Place => ({
  ...place,
  recognise: (signals) => (objects(signals, ['document']).length > 0 ? null : place.recognise(signals)),
})

export const places: readonly Place[] = [...[...miniPlaces, appNative].map(outsidePages), ...webPlaces]
