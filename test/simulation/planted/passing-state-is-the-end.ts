import type { Plant } from '../plant.ts'

/** stripe-payments-demo#113, stripe-android#4296, read 2026-11. */
export const plant: Plant = {
  wrong: 'A status that the client does not know is taken for the end',
  rule: 'no false closed',
  changes: [
    {
      file: 'checkout/gate.ts',
      was: "  if (broken !== undefined) return { type: 'mute',",
      is: "  if (broken === 'status') return weigh({ ...(body as Word), status: 'closed' })\n  if (broken !== undefined) return { type: 'mute',",
    },
  ],
}
