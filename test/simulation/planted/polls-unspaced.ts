import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Questions are asked without a pause',
  rule: 'requests within bounds',
  changes: [
    {
      file: 'core/schedule.ts',
      was: 'if (elapsedMs < 1_900) return 500',
      is: 'return 50',
    },
  ],
}
