import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Each retry of prepare makes an id anew',
  rule: 'one id',
  changes: [
    {
      file: 'checkout/offering.ts',
      was: '  const { setup, payment, order, wallet, identity, amount, machine, life } = course\n',
      is: '  course.payment = course.setup.host.newId()\n  const { setup, payment, order, wallet, identity, amount, machine, life } = course\n',
    },
  ],
}
