/** A server that can say where it listens before it knows what to answer, and that ends without cutting anybody off. */
import { createServer, type RequestListener, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'

/** Lets somebody listen on the wire. */
export type Through = (listener: RequestListener) => RequestListener

const host = '127.0.0.1'
const idleMs = 50
/** Longer than any pause of a busy process: Node's 5 s would end a connection at the moment at which it is used again. */
const keepAliveMs = 65_000

/** Answers what is under way, and closes each connection as it falls idle. */
const end = (server: Server) =>
  new Promise<void>((resolve, reject) => {
    const timer = setInterval(() => server.closeIdleConnections(), idleMs)
    server.close((error) => {
      clearInterval(timer)
      if (error) reject(error)
      else resolve()
    })
  })

/** Who asks before it is known what to answer is let wait: without a listener Node would never answer him. */
const answeredLater = (through: Through) => {
  let answer: (listener: RequestListener) => void = () => {}
  const answering = new Promise<RequestListener>((resolve) => {
    answer = resolve
  })
  const server = createServer(
    { keepAliveTimeout: keepAliveMs },
    through(async (request, response) => (await answering)(request, response)),
  )
  return { server, answer }
}

export const listen = async (port: number, through: Through = (listener) => listener) => {
  const { server, answer } = answeredLater(through)
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    origin: `http://${host}:${address.port}`,
    answer: (fetch: Parameters<typeof getRequestListener>[0]) => answer(getRequestListener(fetch)),
    end: () => end(server),
  }
}
