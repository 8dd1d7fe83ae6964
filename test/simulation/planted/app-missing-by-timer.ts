import type { Plant } from '../plant.ts'

/** adyen-web#1712 and #1764, read 2026-11: wrong for 60 of 100. */
export const plant: Plant = {
  wrong: 'The wallet’s app is taken to be missing where it has not answered in 2.5 s',
  rule: 'no false failed',
  changes: [
    {
      file: 'channels/app-bridge.ts',
      was: 'return host.bridge.invoke(wallet,',
      is: 'return Promise.race([new Promise((resolve) => host.after(2_500, () => resolve(BRIDGE_MISSING))), host.bridge.invoke(wallet,',
    },
    {
      file: 'channels/app-bridge.ts',
      was: 'host.nativeSignal(signal) as AbortSignalLike | undefined)',
      is: 'host.nativeSignal(signal) as AbortSignalLike | undefined)])',
    },
  ],
}
