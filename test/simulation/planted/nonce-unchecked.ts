import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'An old answer, or one to another question, counts',
  rule: 'no false paid',
  changes: [
    {
      file: 'checkout/gate.ts',
      was: 'if (nonce !== undefined && answer.nonce !== nonce)',
      is: 'if (answer.order === undefined)',
    },
  ],
}
