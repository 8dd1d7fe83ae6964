import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'The wallet’s fail ends the payment as failed',
  rule: 'no false failed',
  changes: [
    {
      file: 'core/machine.ts',
      was: "spoke: go('confirming', 'ask'),",
      is: "spoke: go('settled', 'fail'),",
    },
  ],
}
