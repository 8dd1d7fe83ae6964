import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'The host lets a request wait for ever',
  rule: 'by the deadline',
  host: (host) => ({ ...host, post: (url, request) => host.post(url, { ...request, timeoutMs: 3_600_000 }) }),
}
