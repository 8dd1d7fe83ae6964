/** Tills at the counter of the real merchant: scans that come together, come again, come in between, or lose their answer. */
import fs, { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { noFaults } from '../../../examples/wallets/faults.ts'
import { createCheckout, createDesk, type Desk, type Trace } from '../../../src/till.ts'
import { type Market, openMarket, until } from '../merchant/market.ts'

let market: Market
const desks: Desk[] = []
beforeAll(async () => {
  market = await openMarket({ codeSeconds: { wechat: 4, alipay: 4 }, reverseAfterSeconds: 0 })
})
afterEach(() => {
  Object.assign(market.wallets.faults, noFaults())
  for (const desk of desks.splice(0)) desk.stop()
})
afterAll(() => market.stop())

const newFolder = () => mkdtempSync(join(tmpdir(), 'isopay-counter-'))

const till = (path = newFolder(), origin = market.merchant.origin, traces: Trace[] = []) => {
  const observe = (trace: Trace) => traces.push(trace)
  const desk = createDesk({ checkout: createCheckout({ endpoint: `${origin}/pay`, folder: { fs, path }, observe }) })
  desks.push(desk)
  return desk
}

const charges = () => market.wallets.ledger.payments().length

/** Passes everything on; cuts the line in the moment in which a *prepare* would be answered. */
const startCutter = async (): Promise<{ origin: string; stop: () => void }> => {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(market.merchant.origin + request.url, {
      method: 'POST',
      headers,
      body: Buffer.concat(chunks),
    })
    const text = await answer.text()
    if (request.url === '/pay/prepare') request.socket.destroy()
    else response.writeHead(answer.status, headers).end(text)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop }
}

describe.each(['wechat', 'alipay'])('with codes of %s', (wallet) => {
  it('two that are scanned in the same moment at one till are one charge', async () => {
    const [desk, order, before] = [till(), await market.order(), charges()]
    const codes = [await market.phone.showCode(wallet), await market.phone.showCode(wallet)]
    const both = await Promise.all(codes.map((code) => desk.charge(order, code)))
    const taken = both.find((charge) => charge.taken)
    expect((await taken?.payment?.result)?.status).toBe('paid')
    expect([both.map((charge) => charge.taken).sort(), charges() - before]).toEqual([[false, true], 1])
  })

  it('two that are scanned in the same second at two tills of one folder are one charge', async () => {
    market.wallets.faults.passwordAbove = 0
    const [path, order, before] = [newFolder(), await market.order(), market.wallets.ledger.trades().length]
    const [one, two] = [till(path), till(path)]
    const first = await one.charge(order, await market.phone.showCode(wallet))
    const second = await two.charge(order, await market.phone.showCode(wallet))
    expect([first.taken, second.taken, second.payment?.id]).toEqual([true, false, first.payment?.id])
    await until(() => two.unresolved()[0]?.payerAsked === true)
    expect(market.wallets.ledger.trades().length - before).toBe(1)
  })

  it('and two tills that know nothing of each other charge once all the same: the server keeps the order busy', async () => {
    market.wallets.faults.passwordAbove = 0
    const [one, two, order] = [till(), till(), await market.order()]
    const code = await market.phone.showCode(wallet)
    const first = await one.charge(order, code)
    await until(() => one.unresolved()[0]?.payerAsked === true)
    const second = await two.charge(order, await market.phone.showCode(wallet))
    expect(await second.payment?.result).toMatchObject({ status: 'failed', error: { code: 'order_busy' } })
    const { offer } = await market.phone.seeCode(wallet, code)
    await market.phone.pay(wallet, offer)
    expect((await first.payment?.result)?.status).toBe('paid')
  })

  it('the same one twice is one charge, and nothing is sent the second time', async () => {
    const [desk, order, before] = [till(), await market.order(), charges()]
    const code = await market.phone.showCode(wallet)
    const first = await desk.charge(order, code)
    await first.payment?.result
    const again = await desk.charge(order, code)
    expect(again).toMatchObject({ taken: false, error: { code: 'code_used' } })
    expect(charges() - before).toBe(1)
  })

  it('one that is scanned while the payer types is refused with that state; the first is paid', async () => {
    market.wallets.faults.passwordAbove = 0
    const [desk, order, before] = [till(), await market.order(), charges()]
    const code = await market.phone.showCode(wallet)
    const first = await desk.charge(order, code)
    await until(() => desk.unresolved()[0]?.payerAsked === true)
    const second = await desk.charge(order, await market.phone.showCode(wallet))
    expect(second).toMatchObject({ taken: false, error: { code: 'order_busy', detail: 'user-paying' } })
    const { offer } = await market.phone.seeCode(wallet, code)
    await market.phone.pay(wallet, offer)
    expect((await first.payment?.result)?.status).toBe('paid')
    expect(charges() - before).toBe(1)
  })

  it('one whose answer is cut off right after the send is found paid, and was sent once', async () => {
    const cutter = await startCutter()
    const [order, before] = [await market.order(), charges()]
    const charge = await till(newFolder(), cutter.origin).charge(order, await market.phone.showCode(wallet))
    expect((await charge.payment?.result)?.status).toBe('paid')
    expect(charges() - before).toBe(1)
    cutter.stop()
  })

  it('one whose answer is cut off while the payer is asked is reversed by the server, and can be scanned anew', async () => {
    market.wallets.faults.passwordAbove = 0
    const cutter = await startCutter()
    const [order, before] = [await market.order(), charges()]
    const desk = till(newFolder(), cutter.origin)
    const charge = await desk.charge(order, await market.phone.showCode(wallet))
    expect((await charge.payment?.result)?.status).toBe('closed')
    expect(charges() - before).toBe(0)
    expect((await desk.charge(order, await market.phone.showCode(wallet))).taken).toBe(true)
    cutter.stop()
  })

  it('none is in what the till keeps or tells', async () => {
    market.wallets.faults.passwordAbove = 0
    const [path, traces]: [string, Trace[]] = [newFolder(), []]
    const desk = till(path, market.merchant.origin, traces)
    const code = await market.phone.showCode(wallet)
    const { payment } = await desk.charge(await market.order(), code)
    await until(() => desk.unresolved()[0]?.payerAsked === true)
    const files = readdirSync(path).map((file) => file + readFileSync(join(path, file), 'utf8'))
    expect(files.join('\n')).toContain(payment?.id)
    expect(JSON.stringify([files, traces, payment?.state])).not.toContain(code)
  })
})
