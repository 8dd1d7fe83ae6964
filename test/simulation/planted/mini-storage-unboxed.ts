import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Alipay’s storage, which gives objects, is read as WeChat’s, which gives texts',
  rule: 'found again',
  changes: [
    {
      file: 'host/mini-store.ts',
      was: 'return textIn(boxed ? Object(got).data : got)',
      is: 'return textIn(got)',
    },
  ],
}
