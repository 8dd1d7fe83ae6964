import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Alipay’s 8000 is taken for a failure, and nothing was invoked',
  rule: 'no false failed',
  changes: [
    {
      file: 'channels/alipay-claim.ts',
      was: "return { is: 'unknown' }",
      is: "return { is: 'absent', reason: 'bridge_missing' }",
    },
  ],
}
