import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A question is asked after the end',
  rule: 'silent after the end',
  changes: [
    {
      file: 'checkout/run.ts',
      was: '    resolve(settled)\n',
      is: '    resolve(settled)\n    host.after(3_000, () => asking.ask())\n',
    },
  ],
}
