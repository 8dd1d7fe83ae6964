import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'The wallet’s late word changes the state after the end',
  rule: 'one end',
  changes: [
    {
      file: 'checkout/invoking.ts',
      was: 'signal.aborted ? null : await Promise.race([invoke(channel, offer, setup, signal), untilEnd(signal)])',
      is: 'await invoke(channel, offer, setup, signal)',
    },
    {
      file: 'checkout/offering.ts',
      was: 'if (claim && !life.signal.aborted) hear(course, claim)',
      is: 'if (claim) hear(course, claim)',
    },
  ],
}
