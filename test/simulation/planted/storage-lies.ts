import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'The host says that it has kept what it has not',
  rule: 'one id',
  host: (host) => ({ ...host, store: { ...host.store, write: () => true } }),
}
