import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'One record for all orders: one erases another’s',
  rule: 'found again',
  changes: [
    {
      file: 'checkout/record.ts',
      was: 'const keyOf = (order: string) => ',
      is: 'const keyOf = (_: string, order = "") => ',
    },
  ],
}
