import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A payment code is sent before it is written down that it is',
  rule: 'found again',
  changes: [
    {
      file: 'checkout/charging.ts',
      was: 'write(course, { invoked: true, expiresAtMs',
      is: 'write(course, { invoked: false, expiresAtMs',
    },
  ],
}
