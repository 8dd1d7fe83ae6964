import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'The host does not say that the payer is back',
  rule: 'by the deadline',
  host: (host) => ({ ...host, page: { ...host.page, onWake: () => () => {} } }),
}
