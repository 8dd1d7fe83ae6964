import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A scanner that repeats itself has its code sent again',
  rule: 'a code once',
  changes: [
    {
      file: 'checkout/planning.ts',
      was: '    spent.add(identity.value)\n',
      is: '',
    },
  ],
}
