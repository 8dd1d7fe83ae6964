import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'The signed parameters are written down with the record',
  rule: 'no secret',
  changes: [
    {
      file: 'checkout/keeping.ts',
      was: '    ended: false,\n    ...news,',
      is: '    ended: false,\n    ...({ action: course.offer?.action } as object),\n    ...news,',
    },
    {
      file: 'checkout/offering.ts',
      was: '  course.offer = undefined\n',
      is: '',
    },
  ],
}
