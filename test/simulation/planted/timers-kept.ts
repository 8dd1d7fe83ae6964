import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'The deadline’s timer outlives the payment',
  rule: 'nothing left behind',
  changes: [
    {
      file: 'checkout/run.ts',
      was: '  endTiming(course)\n',
      is: '',
    },
  ],
}
