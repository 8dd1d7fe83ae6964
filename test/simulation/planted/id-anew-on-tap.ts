import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Each tap makes an id anew',
  rule: 'one id',
  changes: [
    {
      file: 'checkout/planning.ts',
      was: 'payment: entry?.payment ?? host.newId(),\n      identity',
      is: 'payment: host.newId(),\n      identity',
    },
  ],
}
