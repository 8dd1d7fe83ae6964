import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Back in front and no word from the wallet’s app: taken for a cancel',
  rule: 'no false cancelled',
  changes: [
    {
      file: 'channels/app-bridge.ts',
      was: 'return host.bridge.invoke(wallet,',
      is: "return Promise.race([new Promise((resolve) => { const forget = host.page.onWake(() => { forget(); host.after(500, () => resolve({ status: 'cancelled' })) }); signal.onAbort(forget) }), host.bridge.invoke(wallet,",
    },
    {
      file: 'channels/app-bridge.ts',
      was: 'host.nativeSignal(signal) as AbortSignalLike | undefined)',
      is: 'host.nativeSignal(signal) as AbortSignalLike | undefined)])',
    },
  ],
}
