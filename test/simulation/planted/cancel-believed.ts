import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'The wallet’s cancel is believed without asking',
  rule: 'no false cancelled',
  changes: [
    {
      file: 'core/machine.ts',
      was: "cancelled: go('doubting', 'wait')",
      is: "cancelled: go('settled', 'cancel')",
    },
  ],
}
