import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'After a sleep the clocks are not looked at',
  rule: 'by the deadline',
  from: 30_000, // from 0 on, after 30,123 schedules: 2026-11-28
  changes: [
    {
      file: 'checkout/run.ts',
      was: '  tick(course)\n  if',
      is: '  if',
    },
  ],
}
