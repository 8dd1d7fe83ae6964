import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A mini program never forgets who wants to hear that it is in front',
  rule: 'nothing left behind',
  changes: [
    {
      file: 'host/mini-page.ts',
      was: 'return () => void reach(sdk, `off',
      is: 'return () => void reach(sdk, `forget',
    },
  ],
}
