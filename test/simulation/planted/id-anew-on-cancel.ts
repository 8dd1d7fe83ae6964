import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A cancel forgets the id, and the next tap makes another',
  rule: 'one id',
  changes: [
    {
      file: 'checkout/run.ts',
      was: "if (ending === 'tell') setup.ledger.erase",
      is: "if (ending === 'tell' || ending === 'cancel') setup.ledger.erase",
    },
    {
      file: 'checkout/run.ts',
      was: "if (ending === 'fail' || ending === 'cancel') write",
      is: "if (ending === 'fail') write",
    },
  ],
}
