import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Retry-After is forgotten by the first wait',
  rule: 'Retry-After obeyed',
  changes: [
    {
      file: 'checkout/asking.ts',
      was: '    cutMs = 0\n    forgetTimer',
      is: '    cutMs = 0\n    retryAfterMs = 0\n    forgetTimer',
    },
  ],
}
