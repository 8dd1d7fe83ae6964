/** The checkpoint goes red for a server that is wrong in one field, and for a client that is. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { preparedWith, wordExamples } from '../../src/contract/examples.ts'
import { openCheckpoint } from './checkpoint.ts'

type Json = Readonly<Record<string, unknown>>

const payment = 'ab'.repeat(16)
const asked = { payment, order: 'order-1' }
const nonce = 'cd'.repeat(16)
const questions: Readonly<Record<string, Json>> = {
  prepare: { ...asked, platform: 'desktop-browser', accepts: ['qr'] },
  status: { ...asked, nonce },
  close: asked,
}

const word: Json = { ...wordExamples.pending, ...asked }
const prepared: Json = { ...preparedWith({ kind: 'qr', content: 'weixin://wxpay/bizpayurl?pr=1' }), ...asked }
const sound: Readonly<Record<string, Json>> = { prepare: prepared, status: { ...word, nonce }, close: word }

let answers: Readonly<Record<string, Json>> = sound
let http = 200

const checkpoint = openCheckpoint()
const server = createServer(
  checkpoint.before((request, response) => {
    response.writeHead(http, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answers[request.url?.replace('/pay/', '') ?? '']))
  }),
)
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(async () => {
  server.close()
  await checkpoint.stop()
})

const faultsOf = async (call: string, question: Json = questions[call] ?? {}): Promise<string> => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pay/${call}`
  const headers = { 'content-type': 'application/json' }
  await (await fetch(url, { method: 'POST', headers, body: JSON.stringify(question) })).text()
  return checkpoint.seen.at(-1)?.faults.join(' · ') ?? 'not seen'
}

it.each(Object.keys(sound))('stays green for a sound answer to %s', async (call) => {
  answers = sound
  expect(await faultsOf(call)).toBe('')
})

it.each([
  ['prepare', 'expiresInSeconds', { ...prepared, expiresInSeconds: '300' }],
  ['prepare', 'content', { ...prepared, action: { kind: 'qr', url: 'weixin://wxpay/bizpayurl?pr=1' } }],
  ['prepare', 'kind', { ...prepared, action: { content: 'weixin://wxpay/bizpayurl?pr=1' } }],
  ['status', 'nonce', word],
  ['status', 'status', { ...word, nonce, status: 'success' }],
  ['status', 'amount', { ...word, nonce, amount: { value: 9.9, currency: 'CNY' } }],
  ['status', 'currency', { ...word, nonce, amount: { value: 990, currency: 'cny' } }],
  ['status', 'retryAfterSeconds', { ...word, nonce, retryAfterSeconds: '2' }],
  ['close', 'paidBy', { ...word, status: 'paid', paidBy: 42 }],
  ['close', 'payment', { ...word, payment: payment.toUpperCase() }],
])('goes red for an answer to %s whose %s is off', async (call, field, answer) => {
  answers = { ...sound, [call]: answer }
  expect(await faultsOf(call)).toContain(field)
})

it('goes red for an error in another form', async () => {
  answers = { ...sound, status: { code: 'order_unknown', message: 'There is no such order' } }
  http = 404
  expect(await faultsOf('status')).toContain('error')
  http = 200
})

it.each([
  ['prepare', 'accepts', { ...questions.prepare, accepts: 'qr' }],
  ['status', 'nonce', { ...questions.status, nonce: '1' }],
  ['close', 'payment', { order: 'order-1' }],
])('goes red for a question of %s whose %s is off', async (call, field, question) => {
  answers = sound
  expect(await faultsOf(call, question)).toContain(field)
})
