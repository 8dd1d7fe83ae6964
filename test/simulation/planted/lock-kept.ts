import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'The lock is kept after the end',
  rule: 'nothing left behind',
  changes: [
    {
      file: 'checkout/invoking.ts',
      was: '    release()\n',
      is: '    void release\n',
    },
  ],
}
