import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A question is asked after the end',
  rule: 'silent after the end',
  changes: [
    {
      file: 'checkout/run.ts',
      was: '  course.settle(result)\n',
      is: '  course.settle(result)\n  setup.host.after(3_000, () => ask(course))\n',
    },
  ],
}
