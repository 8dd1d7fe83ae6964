import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Another wallet’s record hides that the first one’s payment is still out',
  rule: 'found again',
  changes: [
    {
      file: 'checkout/keeping.ts',
      was: '(ours ? entry.invoked : isUnresolved(entry))',
      is: 'ours && entry.invoked',
    },
  ],
}
