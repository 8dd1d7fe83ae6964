import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Time that ran out is called failed',
  rule: 'no false failed',
  changes: [
    {
      file: 'core/machine.ts',
      was: "deadline: go('last', 'ask') }\nconst",
      is: "deadline: go('settled', 'fail') }\nconst",
    },
  ],
}
