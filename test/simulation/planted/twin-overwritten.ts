import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Two twins whose id is closed make two new ones, and one record',
  rule: 'found again',
  changes: [
    {
      file: 'checkout/offering.ts',
      was: 'if (written && entry?.payment !== course.payment) return false',
      is: '',
    },
    {
      file: 'checkout/offering.ts',
      was: 'course.payment = made ?? host.newId()',
      is: 'course.payment = host.newId()',
    },
  ],
}
