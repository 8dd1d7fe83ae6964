import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'What got no answer is tried again from the beginning, with the wallet’s sheet still up',
  rule: 'one live invocation',
  changes: [
    {
      file: 'core/machine.ts',
      was: "pending: stay('wait'), mute: stay('wait') }\n",
      is: "pending: stay('wait'), mute: stay('prepare', 'wait'), prepared: stay('invoke') }\n",
    },
    {
      file: 'checkout/offering.ts',
      was: '  if (course.asked) return\n',
      is: "  if (course.asked || course.setup.platform === 'till') return\n",
    },
    {
      file: 'checkout/invoking.ts',
      was: 'entry.ageMs() < silentMs\n',
      is: 'entry.ageMs() < 0\n',
    },
    {
      file: 'checkout/invoking.ts',
      was: '  if (!release) return',
      is: '  if (false) return',
    },
    {
      file: 'checkout/invoking.ts',
      was: '    release()\n',
      is: '    release?.()\n',
    },
  ],
}
