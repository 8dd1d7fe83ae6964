import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A tab that has invoked nothing writes so over another’s record',
  rule: 'found again',
  changes: [
    {
      file: 'checkout/offering.ts',
      was: 'invoked: wheel.machine().invoked || wasInvoked(),\n      detoured',
      is: 'invoked: wheel.machine().invoked,\n      detoured',
    },
  ],
}
