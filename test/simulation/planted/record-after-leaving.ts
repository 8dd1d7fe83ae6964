import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'The record is written after the page has left',
  rule: 'found again',
  changes: [
    {
      file: 'checkout/offering.ts',
      was: 'const recorded = mark(course, detours(course, offer.action.kind))',
      is: 'const recorded = true',
    },
  ],
}
