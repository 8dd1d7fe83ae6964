import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'Two tabs may invoke at once',
  rule: 'one live invocation',
  changes: [
    {
      file: 'checkout/invoking.ts',
      was: 'const release = await setup.host.lock(setup.turnOf(offer.order))',
      is: 'const release = () => {}',
    },
  ],
}
