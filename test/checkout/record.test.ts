import { expect, it } from 'vitest'
import { makeLedger } from '../../src/checkout/record.ts'

const entry = {
  version: 1,
  order: 'order-1',
  payment: 'a'.repeat(32),
  atMs: 0,
  invoked: false,
  detoured: false,
  ended: false,
} as const

/** A store that is full from the second text on. */
const filling = () => {
  const kept = new Map<string, string>()
  let left = 1
  return {
    read: (key: string) => kept.get(key) ?? null,
    write: (key: string, text: string) => left-- > 0 && kept.set(key, text).has(key),
    erase: (key: string) => void kept.delete(key),
  }
}

it('leaves no older record behind, where a newer one cannot be kept: it would say that no wallet has had it', () => {
  const store = filling()
  const ledger = makeLedger(store, 'shop')
  ledger.write(entry)
  expect(ledger.write({ ...entry, invoked: true })).toBe(false)
  expect(ledger.read('order-1')?.invoked).toBe(true)
  expect(makeLedger(store, 'shop').read('order-1')).toBeNull()
})

it('keeps an older record that says that a wallet has had it, where a newer one cannot be kept', () => {
  const store = filling()
  makeLedger(store, 'shop').write({ ...entry, invoked: true })
  expect(makeLedger(store, 'shop').write({ ...entry, invoked: true, ended: true })).toBe(false)
  expect(makeLedger(store, 'shop').read('order-1')?.invoked).toBe(true)
})

it('keeps the record of another payment, where a newer one cannot be kept', () => {
  const store = filling()
  const ledger = makeLedger(store, 'shop')
  ledger.write({ ...entry, invoked: true })
  ledger.write({ ...entry, payment: 'b'.repeat(32) })
  expect(makeLedger(store, 'shop').read('order-1')?.payment).toBe(entry.payment)
})
