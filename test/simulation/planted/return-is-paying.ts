import type { Plant } from '../plant.ts'

/** Status read from the page's own parameters: MiniCPRF, CCS 2024. */
export const plant: Plant = {
  wrong: 'Who comes back by the return URL has paid',
  rule: 'no false paid',
  changes: [
    {
      file: 'checkout/asking.ts',
      was: "  return { type: 'mute', trouble: answer.trouble }\n",
      is: "  const { host, payment, order } = { ...course, ...course.setup }\n  const paid = { payment, order, amount: asked.amount ?? { value: 990, currency: 'CNY' }, status: 'paid' }\n  if (host.page.url().includes(payment)) return { type: 'final', word: paid } as never\n  return { type: 'mute', trouble: answer.trouble }\n",
    },
  ],
}
