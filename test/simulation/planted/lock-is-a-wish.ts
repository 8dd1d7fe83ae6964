import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'The host grants every lock',
  rule: 'one live invocation',
  host: (host) => ({ ...host, lock: async () => () => {} }),
}
