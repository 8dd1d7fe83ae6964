import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'The wallet’s ok is taken for paid',
  rule: 'no false paid',
  changes: [
    {
      file: 'checkout/offering.ts',
      was: 'dispatch({ type: eventOf[claim.is] })',
      is: "if (claim.is === 'claimed') return dispatch({ type: 'final', word: { payment: course.payment, order, amount: course.amount, status: 'paid' } } as never)\n    dispatch({ type: eventOf[claim.is] })",
    },
  ],
}
