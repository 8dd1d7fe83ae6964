import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A notice of one fen completes the order',
  rule: 'no false paid',
  changes: [
    {
      file: 'checkout/gate.ts',
      was: "return new PayError('amount_mismatch')",
      is: 'return undefined',
    },
  ],
}
