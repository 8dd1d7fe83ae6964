import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'An answer about another payment counts',
  rule: 'no false paid',
  changes: [
    {
      file: 'checkout/gate.ts',
      was: 'if (answer.payment !== asked.payment)',
      is: 'if (answer.payment === undefined)',
    },
  ],
}
