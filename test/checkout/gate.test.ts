/** The way to *paid*: which answers of a server are believed, and what becomes of all others. */
import { describe, expect, it } from 'vitest'
import { qr as qrChannel } from '../../src/channels/qr.ts'
import { wechatBridge } from '../../src/channels/wechat-bridge.ts'
import { hearOffer, hearWord, readError } from '../../src/checkout/gate.ts'
import { PayError } from '../../src/core/errors.ts'

const payment = 'a'.repeat(32)
const other = 'b'.repeat(32)
const nonce = 'c'.repeat(32)
const order = 'order-1'
const amount = { value: 990, currency: 'CNY' }

const word = { payment, order, amount, status: 'paid' }
const answer = { ...word, nonce }
const asked = { payment, order, amount }
const looked = { ...asked, nonce }
const qr = { kind: 'qr', content: 'weixin://wxpay/bizpayurl?pr=1' }
const offer = { payment, order, amount, expiresInSeconds: 300, action: qr }
const accepts = [wechatBridge, qrChannel]

const mute = (...about: ConstructorParameters<typeof PayError>) => ({ type: 'mute', trouble: new PayError(...about) })
const refused = (...about: ConstructorParameters<typeof PayError>) => ({
  type: 'refused',
  trouble: new PayError(...about),
})

/** The same as `toEqual`, down to the code and the detail of an error. */
const heard = (thing: ReturnType<typeof hearOffer>) => ('trouble' in thing ? { ...thing, about: about(thing) } : thing)
const about = ({ trouble }: { readonly trouble: PayError }) => [trouble.code, trouble.detail]
const expectMute = (body: unknown, code: PayError['code'], detail: string, question: object = looked) =>
  expect(heard(hearWord(body, question as typeof looked))).toEqual({ ...mute(code, detail), about: [code, detail] })
const expectRefused = (body: unknown, code: PayError['code'], detail = '') =>
  expect(heard(hearOffer(body, asked, accepts))).toEqual({ ...refused(code, detail), about: [code, detail] })

describe('an answer to status', () => {
  it.each(['paid', 'closed', 'failed', 'refunded'])('is the last word where it says %s', (status) => {
    expect(hearWord({ ...answer, status }, looked)).toEqual({ type: 'final', word: { ...answer, status } })
  })

  it('is no last word where it says pending', () => {
    const said = { ...answer, status: 'pending', phase: 'scanned' }
    expect(hearWord(said, looked)).toEqual({ type: 'pending', word: said })
  })

  it.each([
    ['another payment’s', { payment: other }, 'payment'],
    ['another order’s', { order: 'order-2' }, 'order'],
    ['an answer to another question', { nonce: other }, 'nonce'],
  ])('counts for nothing where it is %s', (_case, foreign, detail) => {
    expectMute({ ...answer, ...foreign }, 'answer_foreign', detail)
  })

  it.each([
    ['value', { value: 991, currency: 'CNY' }],
    ['currency', { value: 990, currency: 'USD' }],
  ])('counts for nothing where it names another %s', (_case, wrong) => {
    expectMute({ ...answer, amount: wrong }, 'amount_mismatch', '')
  })

  it('may name any amount where none is known yet', () => {
    const said = { ...answer, amount: { value: 1, currency: 'USD' } }
    expect(hearWord(said, { payment, order, nonce })).toEqual({ type: 'final', word: said })
  })

  it('must repeat the nonce', () => {
    expectMute(word, 'contract_broken', 'nonce')
  })

  it.each([
    ['a field that is missing', { ...answer, status: undefined }, 'status'],
    ['a status that nobody knows', { ...answer, status: 'PAID' }, 'status'],
    ['an amount that is no number', { ...answer, amount: { ...amount, value: '990' } }, 'amount.value'],
    ['nothing', undefined, '.'],
    ['null', null, '.'],
    ['a text', 'paid', '.'],
    ['a list', [answer], '.'],
  ])('is of no use with %s', (_case, body, detail) => {
    expectMute(body, 'contract_broken', detail)
  })
})

describe('an answer to close', () => {
  it('needs no nonce, and is believed like any other', () => {
    expect(hearWord(word, asked)).toEqual({ type: 'final', word })
    expectMute({ ...word, order: 'order-2' }, 'answer_foreign', 'order', asked)
    expectMute({ ...word, status: 'gone' }, 'contract_broken', 'status', asked)
  })
})

describe('an answer to prepare', () => {
  it('is an offer where it has an action of an accepted kind', () => {
    expect(hearOffer(offer, asked, accepts)).toEqual({ type: 'prepared', offer })
  })

  it('may repeat a nonce that nobody sent: unknown fields are ignored', () => {
    const said = { ...offer, nonce: other }
    expect(hearOffer(said, asked, accepts)).toEqual({ type: 'prepared', offer: said })
  })

  it('may have its action signed into a text', () => {
    const wrapped = { ...offer, action: JSON.stringify(qr) }
    expect(hearOffer(wrapped, asked, accepts)).toEqual({ type: 'prepared', offer })
    expect(wrapped.action).toBe(JSON.stringify(qr))
  })

  it('is the word of an order that needs no action', () => {
    expect(hearOffer(word, asked, accepts)).toEqual({ type: 'final', word })
    expect(hearOffer({ ...word, status: 'pending' }, asked, accepts)).toMatchObject({ type: 'pending' })
  })

  it('puzzles where its kind was not accepted, or is unknown to this copy', () => {
    const bridge = { ...offer, action: { kind: 'redirect', url: 'https://wx.tenpay.com/' } }
    for (const body of [
      bridge,
      ...['new.kind', 'constructor', '__proto__'].map((kind) => ({ ...offer, action: { kind } })),
    ])
      expect(heard(hearOffer(body, asked, accepts))).toEqual({
        type: 'puzzled',
        trouble: new PayError('action_unknown', body.action.kind),
        about: ['action_unknown', body.action.kind],
      })
  })

  it('is refused where the action lacks what its kind needs', () => {
    expectRefused({ ...offer, action: { kind: 'qr' } }, 'contract_broken', 'action.content')
  })

  it.each([
    ['its action is a text that is none', { ...offer, action: 'kind=qr' }, 'action'],
    ['its action is a list of such a text', { ...offer, action: [JSON.stringify(qr)] }, 'action'],
    ['its action is a text of something else', { ...offer, action: '7' }, 'action'],
    ['it has neither action nor status', { payment, order, amount }, 'status'],
    ['its action has no end', { ...offer, expiresInSeconds: undefined }, 'expiresInSeconds'],
    ['it is nothing', undefined, '.'],
    ['it is null', null, '.'],
    ['it is a text', 'qr', '.'],
  ])('is refused where %s', (_case, body, detail) => {
    expectRefused(body, 'contract_broken', detail)
  })

  it.each([
    ['an offer', offer],
    ['a word', word],
  ])('is refused where %s belongs to another payment, order or amount', (_case, body) => {
    expectRefused({ ...body, payment: other }, 'answer_foreign', 'payment')
    expectRefused({ ...body, order: 'order-2' }, 'answer_foreign', 'order')
    expectRefused({ ...body, amount: { value: 1, currency: 'CNY' } }, 'amount_mismatch')
  })

  it('is not asked for a nonce that the page’s prototype names', () => {
    const polluted = Object.prototype as { nonce?: string }
    polluted.nonce = other
    try {
      expect(hearOffer(offer, asked, accepts).type).toBe('prepared')
      expect(hearWord(word, asked).type).toBe('final')
    } finally {
      delete polluted.nonce
    }
  })

  it('has no action that the page’s prototype names', () => {
    const polluted = Object.prototype as { action?: object }
    polluted.action = qr
    try {
      expect(hearOffer(word, asked, accepts).type).toBe('final')
    } finally {
      delete polluted.action
    }
  })
})

describe('an error', () => {
  const error = { code: 'order_busy', message: 'Another payment is under way' }

  it('is read with the time after which to ask again, in milliseconds', () => {
    expect(readError({ error, retryAfterSeconds: 5 })).toEqual({ ...error, retryAfterMs: 5_000 })
    expect(readError({ error })).toEqual({ ...error, retryAfterMs: 0 })
  })

  it.each([undefined, null, 'order_busy', {}, { error: 'order_busy' }, { error: { code: 7, message: '' } }, answer])(
    'is none where the server says %j',
    (body) => {
      expect(readError(body)).toBeNull()
    },
  )
})
