import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Retry-After is not read',
  rule: 'Retry-After obeyed',
  changes: [
    {
      file: 'checkout/transport.ts',
      was: 'const retryAfterMs = Math.max(said?.retryAfterMs ?? 0, headerMs(reply.retryAfter, wallMs))',
      is: 'const retryAfterMs = 0',
    },
  ],
}
