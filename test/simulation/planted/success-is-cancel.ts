import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Douyin’s success with a code that says nothing is taken for a cancel',
  rule: 'no false cancelled',
  changes: [
    {
      file: 'channels/douyin-mini.ts',
      was: "{ is: 'failed', reason: code } : { is: 'unknown' }",
      is: "{ is: 'failed', reason: code } : { is: 'cancelled' }",
    },
  ],
}
