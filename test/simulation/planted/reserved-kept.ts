import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A lock that was taken ahead is not given back at the end',
  rule: 'nothing left behind',
  changes: [
    {
      file: 'checkout/offering.ts',
      was: 'if (giveBack) life.signal.onAbort(giveBack)',
      is: 'void [life, giveBack]',
    },
  ],
}
