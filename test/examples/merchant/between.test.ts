/** Somebody between the merchant and a wallet, who changes what the gateway says. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { newId, openMarket } from './market.ts'

interface Lie {
  truth: string
  told: string
}

/** Passes everything on, and writes one text for another in the answers. */
const startLiar = async (target: () => string, lie: Lie) => {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { host, connection, 'content-length': _, 'transfer-encoding': __, ...rest } = request.headers
    const headers = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]))
    const { method = 'GET' } = request
    const body = method === 'GET' ? {} : { body: Buffer.concat(chunks) }
    const answer = await fetch(target() + request.url, { method, headers, ...body })
    const text = (await answer.text()).replace(lie.truth, lie.told)
    const back = Object.fromEntries([...answer.headers].filter(([name]) => /^wechatpay|^content-type/.test(name)))
    response.writeHead(answer.status, back).end(text)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { origin, stop: () => new Promise<unknown>((done) => server.close(done)) }
}

/** A market with somebody between, whose lie can be changed on the way. */
const openWatched = async (lie: Lie) => {
  const behind = { origin: '' }
  const liar = await startLiar(() => behind.origin, lie)
  const market = await openMarket({}, (accounts, origin) => {
    behind.origin = origin
    accounts.wechat.gateway = accounts.wechat.gateway.replace(origin, liar.origin)
    accounts.alipay.gateway = accounts.alipay.gateway.replace(origin, liar.origin)
  })
  const stop = async () => {
    await market.stop()
    await liar.stop()
  }
  return { ...market, stop }
}

it.each([
  { wallet: 'wechat', truth: 'NOTPAY', told: 'SUCCESS' },
  { wallet: 'alipay', truth: 'WAIT_BUYER_PAY', told: 'TRADE_SUCCESS' },
])('is not believed: an answer that $wallet did not sign is no answer', async ({ wallet, ...lie }) => {
  const market = await openWatched(lie)
  const [payment, order] = [newId(), await market.order()]
  const { body } = await market.prepare(payment, order, { wallet })
  await market.phone.scan(wallet, body.action?.content)
  const { http, body: word } = await market.status(payment, order)
  expect([http, word.error?.code]).toEqual([503, 'wallet_silent'])
  await market.stop()
})

it.each([
  { wallet: 'wechat', other: 'alipay', truth: 'code_url' },
  { wallet: 'alipay', other: 'wechat', truth: 'qr_code' },
])('swallows what $wallet answered to an order: the same id asks again, and goes no other way', async (told) => {
  const { wallet, other, truth } = told
  const lie = { truth, told: 'swallowed' }
  const market = await openWatched(lie)
  const [payment, order] = [newId(), await market.order()]
  const first = await market.prepare(payment, order, { wallet })
  expect([first.http, first.body.error?.code]).toEqual([503, 'wallet_silent'])
  expect((await market.prepare(payment, order, { wallet: other })).body.error?.code).toBe('channel_fixed')
  lie.told = truth
  const { body } = await market.prepare(payment, order, { wallet })
  await market.phone.scanAndPay(wallet, body.action?.content)
  expect((await market.status(payment, order, { waitSeconds: 5 })).body).toMatchObject({
    status: 'paid',
    paidBy: payment,
  })
  expect(market.wallets.ledger.trades()).toHaveLength(1)
  await market.stop()
})
