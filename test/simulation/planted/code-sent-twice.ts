import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A retry sends the code again',
  rule: 'a code once',
  changes: [
    {
      file: 'checkout/offering.ts',
      was: '  course.identity = undefined\n',
      is: '',
    },
  ],
}
