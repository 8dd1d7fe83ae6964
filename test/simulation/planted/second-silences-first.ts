import type { Plant } from '../plant.ts'

/** pingpp-js, read 2026-11: of two payments at once the first never hears. */
export const plant: Plant = {
  wrong: 'Of two payments at once the second takes the first one’s timer',
  rule: 'by the deadline',
  changes: [
    {
      file: 'checkout/timing.ts',
      was: '  course.forgetTimer()\n  if (leftMs < never)\n    course.forgetTimer = ',
      is: '  const shared = setup as { forget?: () => void }\n  shared.forget?.()\n  if (leftMs < never)\n    shared.forget = course.forgetTimer = ',
    },
  ],
}
