import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'The wallet’s ok is taken for paid',
  rule: 'no false paid',
  changes: [
    {
      file: 'checkout/offering.ts',
      was: '  course.dispatch({ type: eventOf[claim.is] })',
      is: "  const { payment, order, amount } = course\n  if (claim.is === 'claimed') return course.dispatch({ type: 'final', word: { payment, order, amount, status: 'paid' } } as never)\n  course.dispatch({ type: eventOf[claim.is] })",
    },
  ],
}
