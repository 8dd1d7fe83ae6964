import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A fresh code is sent while the first one of the order is unresolved',
  rule: 'one charge at a time',
  changes: [
    {
      file: 'desk/desk.ts',
      was: '    if (earlier) return busy(earlier)\n',
      is: '    earlier?.stop()\n',
    },
    {
      file: 'checkout/planning.ts',
      was: '    if (entry && isUnresolved(entry)) return takeUp(entry, options)\n    const payment',
      is: '    const payment',
    },
  ],
}
