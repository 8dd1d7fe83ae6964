import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A page that left is taken for a payer who turned back',
  rule: 'no false cancelled',
  changes: [
    {
      file: 'checkout/offering.ts',
      was: "left: 'left',",
      is: "left: 'cancelled',",
    },
  ],
}
