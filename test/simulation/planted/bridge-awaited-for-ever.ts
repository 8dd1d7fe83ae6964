import type { Plant } from '../plant.ts'

/** wolichuang/blog#30 and UniquePay, read 2026-11. */
export const plant: Plant = {
  wrong: 'The listener that waits for the wallet’s bridge is never removed',
  rule: 'nothing left behind',
  changes: [
    {
      file: 'channels/bridge.ts',
      was: '    for (const forget of held.splice(0)) forget()\n',
      is: '',
    },
  ],
}
