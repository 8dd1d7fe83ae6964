import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A question is asked while another is in flight',
  rule: 'one question in flight',
  changes: [
    {
      file: 'checkout/asking.ts',
      was: '  drop(course)\n  const sentAtMs',
      is: '  const sentAtMs',
    },
  ],
}
