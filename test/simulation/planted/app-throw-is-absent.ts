import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'An app’s bridge that throws is taken for one that is not there',
  rule: 'no false failed',
  from: 7_000, // from 0 on, after 7,211 schedules: 2026-11-28
  changes: [
    {
      file: 'checkout/invoking.ts',
      was: "return { is: 'unknown', reason: 'the channel threw' }",
      is: "return { is: 'absent', reason: 'bridge_missing' }",
    },
  ],
}
