import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Retry-After is forgotten by the first wait',
  rule: 'Retry-After obeyed',
  changes: [
    {
      file: 'checkout/asking.ts',
      was: '  course.cutMs = 0\n',
      is: '  course.cutMs = 0\n  course.notBeforeMs = 0\n',
    },
  ],
}
