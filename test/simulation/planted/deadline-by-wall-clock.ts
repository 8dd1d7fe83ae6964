import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Elapsed time is the wall clock’s: set back, it never passes',
  rule: 'by the deadline',
  changes: [
    {
      file: 'checkout/stopwatch.ts',
      was: 'host.wallMs() - wallMs, host.monotonicMs() - monotonicMs',
      is: 'host.wallMs() - wallMs',
    },
  ],
}
