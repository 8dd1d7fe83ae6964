import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A payment code whose answer was lost is taken for one that was never sent',
  rule: 'no false failed',
  changes: [
    {
      file: 'checkout/charging.ts',
      was: "code === 'order_busy' ||",
      is: "code === 'order_busy' || code === 'network' ||",
    },
  ],
}
