/** The line between a page and its shop, and what befalls it: TCP, so that it is the same for every engine. */
import { connect, createServer, type Socket } from 'node:net'

/**
 * `cut` resets what is open and what is tried; in a `hole` nothing arrives, and nobody says so; `slow` is the "Slow 3G" of
 * browsers' own tools: 400 ms each way and 50 kB/s.
 */
export type Weather = 'clear' | 'cut' | 'hole' | 'slow'

export interface Line {
  readonly port: number
  readonly turn: (weather: Weather) => void
  readonly stop: () => Promise<void>
}

const slow = { delayMs: 400, bytesPerMs: 50 }

/** Hands on what comes, each chunk when it is due. */
const carry = (from: Socket, to: Socket, weather: () => Weather): void => {
  let freeMs = 0
  const later = (bytes: number, work: () => void): void => {
    if (weather() !== 'slow') return work()
    freeMs = Math.max(freeMs, Date.now()) + bytes / slow.bytesPerMs
    setTimeout(work, freeMs + slow.delayMs - Date.now())
  }
  from.on('data', (chunk) => later(chunk.length, () => to.write(chunk)))
  from.on('end', () => later(0, () => to.end()))
  from.on('error', () => to.destroy())
  from.on('close', () => later(0, () => to.destroy()))
}

const listening = (join: (page: Socket) => void) =>
  new Promise<{ port: number; close: () => Promise<void> }>((done) => {
    const server = createServer({ allowHalfOpen: true }, join)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      done({ port, close: () => new Promise((closed) => server.close(() => closed())) })
    })
  })

/** To `shop()`, a port of this machine. */
export const openLine = async (shop: () => number): Promise<Line> => {
  const ends = new Set<Socket>()
  let weather: Weather = 'clear'

  const hold = (end: Socket): void => {
    ends.add(end)
    end.once('close', () => ends.delete(end))
    if (weather === 'hole') end.pause()
  }

  const { port, close } = await listening((page) => {
    if (weather === 'cut') return page.resetAndDestroy()
    const far = connect({ port: shop(), host: '127.0.0.1', allowHalfOpen: true })
    carry(page, far, () => weather)
    carry(far, page, () => weather)
    for (const end of [page, far]) hold(end)
  })

  return {
    port,
    turn: (next) => {
      weather = next
      for (const end of ends) {
        if (next === 'cut') end.resetAndDestroy()
        else if (next === 'hole') end.pause()
        else end.resume()
      }
    },
    stop: async () => {
      for (const end of ends) end.destroy()
      await close()
    },
  }
}
