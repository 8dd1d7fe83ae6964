import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Nothing ends a payment that nobody answers',
  rule: 'by the deadline',
  changes: [
    {
      file: 'checkout/timing.ts',
      was: "    dispatch({ type: 'deadline' })\n",
      is: '',
    },
  ],
}
