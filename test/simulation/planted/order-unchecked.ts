import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'An answer about another order counts',
  rule: 'no false paid',
  changes: [
    {
      file: 'checkout/gate.ts',
      was: 'if (answer.order !== asked.order)',
      is: 'if (answer.order === undefined)',
    },
  ],
}
