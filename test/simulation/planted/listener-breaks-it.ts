import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A listener that throws is answered by an error of isopay’s own',
  rule: 'nothing thrown',
  changes: [
    {
      file: 'checkout/setup.ts',
      was: '    host.after(0, () => {\n      throw thrown\n',
      is: '    host.after(0, () => {\n      throw new TypeError(typeof thrown)\n',
    },
  ],
}
