import type { Plant } from '../plant.ts'

/** pingpp-js, read 2026-11: the caller's object loses its `appId`. */
export const plant: Plant = {
  wrong: 'A field is taken out of the caller’s own object',
  rule: 'nothing thrown',
  changes: [
    {
      file: 'checkout/create.ts',
      was: 'const pay = (order: string, asked?: PayOptions): Payment => {\n',
      is: 'const pay = (order: string, asked?: PayOptions): Payment => {\n    if (asked?.expect) delete (asked.expect as { currency?: string }).currency\n',
    },
  ],
}
