import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'The signed parameters are in the trace',
  rule: 'no secret',
  changes: [
    {
      file: 'checkout/run.ts',
      was: 'stage: machine.stage, ...channel',
      is: 'stage: machine.stage, ...(course.offer?.action as object), ...channel',
    },
  ],
}
