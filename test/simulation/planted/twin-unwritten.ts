import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A tab that has invoked nothing writes so over another’s record',
  rule: 'found again',
  changes: [
    {
      file: 'checkout/keeping.ts',
      was: 'invoked: machine.invoked || isOut,\n    detoured',
      is: 'invoked: machine.invoked,\n    detoured',
    },
  ],
}
