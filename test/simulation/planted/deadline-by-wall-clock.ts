import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Elapsed time is the wall clock’s: set back, it never passes',
  rule: 'by the deadline',
  changes: [
    {
      file: 'checkout/clock.ts',
      was: '    return nowMs + sleptMs\n',
      is: '    return wallMs()\n',
    },
  ],
}
