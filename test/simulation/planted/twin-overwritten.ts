import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Two twins whose id is closed make two new ones, and one record that forgets what is out',
  rule: 'found again',
  changes: [
    {
      file: 'checkout/keeping.ts',
      was: 'if (course.written && !ours) return false',
      is: '',
    },
    {
      file: 'checkout/keeping.ts',
      was: 'course.payment = made ?? course.setup.host.newId()',
      is: 'course.payment = course.setup.host.newId()',
    },
    {
      file: 'checkout/keeping.ts',
      was: 'invoked: machine.invoked || isOut,',
      is: 'invoked: machine.invoked,',
    },
  ],
}
