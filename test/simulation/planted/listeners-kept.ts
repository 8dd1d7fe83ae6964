import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Listeners of the page outlive the payment',
  rule: 'nothing left behind',
  changes: [
    {
      file: 'checkout/run.ts',
      was: '  for (const forget of course.forgets) forget()\n',
      is: '',
    },
  ],
}
