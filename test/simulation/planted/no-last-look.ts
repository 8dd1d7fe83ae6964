import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Time runs out without a last look',
  rule: 'a last look',
  changes: [
    {
      file: 'core/machine.ts',
      was: "deadline: go('last', 'ask') }\nconst",
      is: "deadline: go('settled', 'giveUp') }\nconst",
    },
  ],
}
