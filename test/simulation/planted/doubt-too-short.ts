import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A cancel is believed after half a second',
  rule: 'no false cancelled',
  changes: [
    {
      file: 'core/schedule.ts',
      was: 'doubtMs = 3_000',
      is: 'doubtMs = 500',
    },
  ],
}
