/** A shop of one page, under the strictest policy, that remembers what it was asked. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const page = '<!doctype html><html lang="zh"><head><title>shop</title></head><body><h1>shop</h1></body></html>'

const policy = "default-src 'self'"

export const startShop = async () => {
  const asked: { url: string; headers: Record<string, unknown>; body: string }[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const url = request.url ?? ''
    asked.push({ url, headers: request.headers, body: Buffer.concat(chunks).toString() })
    if (url === '/moved') return response.writeHead(302, { Location: `${origin}/there`, 'Set-Cookie': 'a=b' }).end()
    if (url === '/data') return response.writeHead(201, { 'Content-Type': 'application/json' }).end('{"head":"<head>"}')
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }).end(page)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stop = async () => {
    server.closeAllConnections()
    await new Promise<unknown>((done) => server.close(done))
  }
  return { origin, asked, stop }
}
