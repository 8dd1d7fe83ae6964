import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'The record is dropped at every end, though money may still come',
  rule: 'found again',
  changes: [
    {
      file: 'checkout/run.ts',
      was: "if (ending === 'tell') setup.ledger.erase",
      is: 'setup.ledger.erase',
    },
  ],
}
