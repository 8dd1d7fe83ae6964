/** Ports of this machine's own address. */
import { createServer } from 'node:net'

const host = '127.0.0.1'
const last = 65_535

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })

/** The first free port from `port` on. */
export const nextFree = async (port: number): Promise<number> => {
  for (let each = port; each <= last; each += 1) if (await isFree(each)) return each
  throw new Error(`No port is free from ${port} on`)
}

/** `count` free ports from `port` on, in order. */
export const freePorts = async (port: number, count: number): Promise<number[]> => {
  const ports: number[] = []
  while (ports.length < count) ports.push(await nextFree((ports.at(-1) ?? port - 1) + 1))
  return ports
}

/** The port that was asked for, which must be free; or, where none was, the next free one from `fallback` on. */
export const portFor = async (asked: string | undefined, fallback: number): Promise<number> => {
  if (asked === undefined) return nextFree(fallback)
  const port = Number(asked)
  if (!Number.isInteger(port) || port < 1 || port > last) throw new Error(`PORT must be a number from 1 to ${last}`)
  if (!(await isFree(port))) throw new Error(`Port ${port} is taken: choose another PORT, or leave it out`)
  return port
}
