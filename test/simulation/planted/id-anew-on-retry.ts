import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Each retry of prepare makes an id anew',
  rule: 'one id',
  changes: [
    {
      file: 'checkout/offering.ts',
      was: 'const { payment, identity } = course',
      is: 'course.payment = host.newId()\n    const { payment, identity } = course',
    },
  ],
}
