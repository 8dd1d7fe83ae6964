import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'An offer that was on its way when the order was paid is carried out',
  rule: 'never once paid',
  changes: [
    {
      file: 'checkout/offering.ts',
      was: 'if (ledger.read(order)?.payment !== course.payment)',
      is: "if (course.payment === '')",
    },
  ],
}
