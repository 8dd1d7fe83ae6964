import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A payment that was invoked before is treated as one that was not',
  rule: 'no false failed',
  changes: [
    {
      file: 'core/machine.ts',
      was: 'const before = onceInvoked[stage]',
      is: 'const before = onceInvoked[stage] && undefined',
    },
  ],
}
