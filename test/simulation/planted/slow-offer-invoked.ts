import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'An offer that was on its way when the order was paid is carried out',
  rule: 'never once paid',
  changes: [
    {
      file: 'checkout/offering.ts',
      was: 'if (!stillGone && !isOurs(course))',
      is: "if (course.payment === '')",
    },
  ],
}
