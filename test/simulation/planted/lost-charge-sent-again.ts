import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A payment code whose answer was lost is sent again',
  rule: 'a code once',
  changes: [
    {
      file: 'checkout/charging.ts',
      was: '  void askForAction(setup, question, life.signal).then((prepared) => {\n',
      is: "  void askForAction(setup, question, life.signal).then(async (first) => {\n    const prepared = first.outcome.type === 'mute' ? await askForAction(setup, question, life.signal) : first\n",
    },
  ],
}
