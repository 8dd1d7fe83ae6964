import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Nothing ends a payment that nobody answers',
  rule: 'by the deadline',
  changes: [
    {
      file: 'checkout/deadline.ts',
      was: 'if (leftMs <= 0) reach()',
      is: 'if (leftMs <= 0) return',
    },
  ],
}
