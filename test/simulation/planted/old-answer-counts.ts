import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'An unpaid answer that was asked for before the wallet spoke settles the doubt',
  rule: 'no false cancelled',
  changes: [
    {
      file: 'core/machine.ts',
      was: 'if (isLate(machine, event)) return [machine, []]',
      is: '',
    },
  ],
}
