import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'The host does not say that the payer is back',
  rule: 'by the deadline',
  from: 7_500, // from 0 on, after 7,987 schedules: 2026-11-28
  host: (host) => ({ ...host, page: { ...host.page, onWake: () => () => {} } }),
}
