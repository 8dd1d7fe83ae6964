import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'An error makes the next question come sooner',
  rule: 'requests within bounds',
  changes: [
    {
      file: 'core/schedule.ts',
      was: 'return Math.max(jittered, laterMs)',
      is: 'return look.misses > 0 ? 50 : Math.max(jittered, laterMs)',
    },
  ],
}
