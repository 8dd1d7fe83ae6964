import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'After a sleep the clocks are not looked at',
  rule: 'by the deadline',
  changes: [
    {
      file: 'checkout/run.ts',
      was: '  tick(course)\n  if',
      is: '  if',
    },
  ],
}
