import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'The wallet is handed an offer whose amount the page did not show',
  rule: 'the amount shown',
  changes: [
    {
      file: 'checkout/gate.ts',
      was: "  const trouble = foreign(bound, asked)\n  if (trouble) return { type: 'refused', trouble }",
      is: "  const { amount: _, ...rest } = asked\n  const trouble = foreign(bound, rest)\n  if (trouble) return { type: 'refused', trouble }",
    },
  ],
}
