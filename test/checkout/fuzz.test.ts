import { expect, it } from 'vitest'
import { qr } from '../../src/channels/qr.ts'
import { wechatBridge } from '../../src/channels/wechat-bridge.ts'
import { hearOffer, hearWord, readError } from '../../src/checkout/gate.ts'
import { codes, isPayError, type PayError } from '../../src/core/errors.ts'
import { fakeHost } from '../../src/testing/fake.ts'
import { makeDice } from '../simulation/dice.ts'
import { amount, bridgeAction, makeBridge, openShop, qrAction } from './shop.ts'

const rounds = 1_000_000
const dice = makeDice(7)

const payment = 'a'.repeat(32)
const order = 'order-1'
const nonce = 'b'.repeat(32)
const asked = { payment, order, amount, nonce }

type Body = Record<string, unknown>
const honestWord = (named: object = { payment, order, nonce }): Body => ({
  ...named,
  amount: { ...amount },
  status: 'paid',
})
const honestOffer = (named: object = { payment, order }): Body => ({
  ...named,
  amount: { ...amount },
  expiresInSeconds: 300,
  action: dice.happens(0.5) ? bridgeAction : qrAction,
})

const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)])

const junk: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => true,
  () => Number.NaN,
  () => -1,
  () => 1e308,
  () => '',
  () => 'paid ',
  () => 'PAID',
  () => 'x'.repeat(dice.below(300)),
  () => ['paid'],
  () => ({ toString: () => 'paid' }),
  () => Object.create({ value: 990, currency: 'CNY', kind: 'qr', content: 'x' }),
  () => nested(40),
  () => () => 'paid',
  () => 'f'.repeat(32),
  () => `${payment}\n`,
]

/** One field that the contract needs is no longer what it was: nothing can be made of such a body. */
const damage = (body: Body): unknown => {
  const name = dice.oneOf(Object.keys(body))
  const way = dice.below(4)
  if (way === 0) return Object.create(body)
  if (way === 1) delete body[name]
  else if (way === 2) body.amount = { value: dice.oneOf([0, -990, 9.9, 991, '990', 1e300]), currency: 'CNY' }
  else body[name] = dice.oneOf(junk)()
  return body
}

const unusable: readonly string[] = ['mute', 'refused', 'puzzled']

const isTyped = (error: PayError | undefined): boolean => isPayError(error) && error.code in codes

const isUnusable = (heard: ReturnType<typeof hearOffer>): boolean =>
  unusable.includes(heard.type) && 'trouble' in heard && isTyped(heard.trouble)

it(`makes no offer and no end out of ${rounds.toLocaleString('en')} damaged answers, and never throws`, () => {
  Error.stackTraceLimit = 0
  const accepts = [wechatBridge, qr]
  for (let round = 0; round < rounds; round += 2) {
    const word = hearWord(damage(honestWord()), asked)
    const offer = hearOffer(damage(honestOffer()), asked, accepts)
    for (const heard of [word, offer]) if (!isUnusable(heard)) expect.fail(`round ${round}: ${JSON.stringify(heard)}`)
  }
}, 120_000)

/** The whole way: a server that is honest until it is asked, and then one that never is. */
const payments = 2_000

it(`ends ${payments.toLocaleString('en')} payments with a typed error, whatever the answers are`, async () => {
  const bridge = makeBridge('ok')
  const fake = fakeHost({ globals: bridge.globals })
  const seen = new Set<string>()
  for (let round = 0; round < payments; round += 1) {
    const lies = round % 2 === 0
    const send = async (call: string, body: unknown) => {
      const { payment, order, nonce } = body as Body
      if (call !== 'prepare') return damage(honestWord({ payment, order, nonce }))
      return lies ? damage(honestOffer({ payment, order })) : honestOffer({ payment, order })
    }
    const shop = openShop(fake, { endpoint: undefined as never, send, deadlineMs: 5_000 })
    const { result } = shop.pay(order, { expect: amount })
    await fake.advance(15_000)
    const { status, error } = await result
    seen.add(status)
    if (status === 'paid' || !isTyped(error)) expect.fail(`round ${round}: ${status} ${error?.code}`)
  }
  expect([...seen].sort()).toEqual(['failed', 'pending'])
}, 120_000)

const trap = () => {
  throw new Error('trap')
}

it('takes an object that throws when it is looked at for no answer', async () => {
  const answer = Object.defineProperty(honestOffer(), 'extra', { get: trap, enumerable: true })
  const fake = fakeHost()
  const payment = openShop(fake, { endpoint: undefined as never, send: async () => answer }).pay(order)
  await fake.advance(100)
  expect(await payment.result).toMatchObject({ status: 'failed', error: { code: 'contract_broken' } })
})

it('reads an error out of an error alone', () => {
  for (const make of junk) expect(readError({ error: make() })).toBeNull()
})
