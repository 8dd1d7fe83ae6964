import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A tab does not look whether another has invoked the same payment',
  rule: 'no false failed',
  changes: [
    {
      file: 'checkout/run.ts',
      was: "(machine.stage === 'checking' && !isUntouched(course))",
      is: 'false',
    },
  ],
}
