import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A prepare that was refused is failed without asking',
  rule: 'no false failed',
  changes: [
    {
      file: 'core/machine.ts',
      was: "refused: go('checking', 'ask'),\n    busy",
      is: "refused: go('settled', 'fail'),\n    busy",
    },
  ],
}
