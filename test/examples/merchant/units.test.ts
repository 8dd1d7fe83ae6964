/** The wallets' units: yuan as text, times in Beijing, sealed letters. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { beijingPlain, beijingRfc3339 } from '../../../examples/merchant/beijing.ts'
import { unseal } from '../../../examples/merchant/wechat-seal.ts'
import { fenOf, yuanOf } from '../../../examples/merchant/yuan.ts'
import { encrypted } from '../../../examples/wallets/wechat/cipher.ts'

it('writes fen as yuan and reads them back, to the fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), (fen) => {
      expect(fenOf(yuanOf(fen))).toBe(fen)
    }),
  )
})

it.each([
  [1, '0.01'],
  [29, '0.29'],
  [990, '9.90'],
  [100_000, '1000.00'],
])('writes %i fen as %s', (fen, yuan) => expect(yuanOf(fen)).toBe(yuan))

it.each([
  ['9.9', 990],
  ['9', 900],
  ['9.905', null],
  ['-1.00', null],
  ['1e3', null],
  ['', null],
])('reads %s as %s fen', (yuan, fen) => expect(fenOf(yuan)).toBe(fen))

it('opens what WeChat sealed with our key, and nothing that was changed', () => {
  const key = 'k'.repeat(32)
  const sealed = encrypted(key, '{"trade_state":"NOTPAY"}', 'transaction')
  expect(unseal(key, sealed)).toBe('{"trade_state":"NOTPAY"}')
  const bytes = Buffer.from(sealed.ciphertext, 'base64')
  bytes[3] = (bytes[3] ?? 0) ^ 1
  expect(() => unseal(key, { ...sealed, ciphertext: bytes.toString('base64') })).toThrow()
  expect(() => unseal('x'.repeat(32), sealed)).toThrow()
})

it('writes times as the wallets do', () => {
  const at = new Date('2026-11-24T20:30:05.900Z')
  expect(beijingRfc3339(at)).toBe('2026-11-25T04:30:05+08:00')
  expect(beijingPlain(at)).toBe('2026-11-25 04:30:05')
})
