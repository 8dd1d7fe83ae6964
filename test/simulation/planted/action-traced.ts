import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'The signed parameters are in the trace',
  rule: 'no secret',
  changes: [
    {
      file: 'checkout/run.ts',
      was: 'const trace = ({ setup,',
      is: 'const trace = ({ offer, setup,',
    },
    {
      file: 'checkout/run.ts',
      was: 'stage: machine.stage }',
      is: 'stage: machine.stage, ...(offer?.action as object) }',
    },
  ],
}
