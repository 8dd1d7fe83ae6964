/** Somebody between the merchant and a wallet, who changes what the gateway says. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { newId, openMarket } from './market.ts'

/** Passes everything on, and writes one text for another in the answers. */
const startLiar = async (target: () => string, [truth, lie]: [string, string]) => {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { host, connection, 'content-length': _, 'transfer-encoding': __, ...rest } = request.headers
    const headers = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]))
    const { method = 'GET' } = request
    const body = method === 'GET' ? {} : { body: Buffer.concat(chunks) }
    const answer = await fetch(target() + request.url, { method, headers, ...body })
    const text = (await answer.text()).replace(truth, lie)
    const back = Object.fromEntries([...answer.headers].filter(([name]) => /^wechatpay|^content-type/.test(name)))
    response.writeHead(answer.status, back).end(text)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { origin, stop: () => new Promise<unknown>((done) => server.close(done)) }
}

it.each([
  { wallet: 'wechat', truth: 'NOTPAY', lie: 'SUCCESS' },
  { wallet: 'alipay', truth: 'WAIT_BUYER_PAY', lie: 'TRADE_SUCCESS' },
])('is not believed: an answer that $wallet did not sign is no answer', async ({ wallet, truth, lie }) => {
  const behind = { origin: '' }
  const liar = await startLiar(() => behind.origin, [truth, lie])
  const market = await openMarket({}, (accounts, origin) => {
    behind.origin = origin
    accounts.wechat.gateway = accounts.wechat.gateway.replace(origin, liar.origin)
    accounts.alipay.gateway = accounts.alipay.gateway.replace(origin, liar.origin)
  })
  const [payment, order] = [newId(), await market.order()]
  const { body } = await market.prepare(payment, order, { wallet })
  await market.phone.scan(wallet, body.action?.content)
  const { http, body: word } = await market.status(payment, order)
  expect([http, word.error?.code]).toEqual([503, 'wallet_silent'])
  await market.stop()
  await liar.stop()
})
