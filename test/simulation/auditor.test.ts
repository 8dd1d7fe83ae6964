import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { audit, rules } from './auditor.ts'
import type { CaseFile, Entry, MerchantLine, ToldLine, WalletLine } from './ledger.ts'

const payment = 'a'.repeat(32)
const order = 'order-1'
type Draft<Line> = Omit<Line, 'n' | 'book'>

const wallet = (line: Draft<WalletLine>) => ({ book: 'wallet' as const, ...line })
const merchant = (line: Draft<MerchantLine>) => ({ book: 'merchant' as const, ...line })
const told = (line: Draft<ToldLine>) => ({ book: 'told' as const, ...line })
type Any = ReturnType<typeof wallet | typeof merchant | typeof told>

const file = (...lines: readonly Any[]): CaseFile => ({
  entries: lines.map((line, n): Entry => ({ ...line, n })),
  terms: {
    fen: { [order]: 990 },
    expiresS: 60,
    memory: 'device',
    locks: true,
    logsIn: false,
    till: false,
    monotonic: true,
    endMs: 700_000,
    struck: 0,
  },
})

const named = { payment, order, page: 0 }
const tap = told({ did: 'tap', atMs: 0, page: 0, order })
const began = told({ did: 'began', atMs: 0, instance: 0, status: 'tap', ...named })
const prepare = merchant({ did: 'sent', atMs: 0, call: 'prepare', request: 0, ...named })
const sheet = wallet({ did: 'sheet', atMs: 100, payment, page: 0, by: 'bridge' })
const paid = wallet({ did: 'paid', atMs: 200, payment, fen: 990 })
const money = merchant({ did: 'money', atMs: 300, payment, order, fen: 990 })
const ask = merchant({ did: 'sent', atMs: 300, call: 'status', request: 1, ...named })
const ended = (status: string, atMs = 400) =>
  told({ did: 'ended', atMs, instance: 0, status, ...named, ...(status === 'paid' && { fen: 990 }) })
const stopped = { ...ended('pending'), code: 'stopped' }
const opening = [tap, prepare, began]
const other = { payment: 'b'.repeat(32), wallet: 'alipay' }
const code = 'payment-code:1'

/** For each rule, books that break it and no other. */
const broken: Readonly<Record<string, readonly Any[]>> = {
  'no false paid': [...opening, sheet, ended('paid')],
  'no false failed': [...opening, sheet, ask, ended('failed')],
  'no false cancelled': [...opening, sheet, ask, ended('cancelled')],
  'no false closed': [...opening, sheet, ended('closed')],
  'no second charge': [...opening, sheet, paid, paid, money, ended('paid')],
  'one end': [...opening, sheet, paid, money, ended('paid'), ended('paid')],
  'no secret': [...opening, told({ did: 'output', atMs: 1, page: 0, text: 'SECRET-sign' }), stopped],
  'nothing thrown': [...opening, told({ did: 'threw', atMs: 1, page: 0, text: 'TypeError' }), stopped],
  'nothing left behind': [...opening, stopped, told({ did: 'left', atMs: 500, page: 0, count: 1 })],
  'by the deadline': [...opening, { ...stopped, atMs: 50_000 }],
  'one question in flight': [...opening, ask, ask, stopped],
  'requests within bounds': [
    ...opening,
    ...Array.from({ length: 40 }, () => [ask, { ...ask, did: 'over' as const }]).flat(),
    stopped,
  ],
  'silent after the end': [...opening, stopped, { ...ask, atMs: 500 }],
  'one live invocation': [...opening, sheet, { ...sheet, atMs: 120 }, stopped],
  'one live trade': [...opening, sheet, { ...prepare, ...other }, { ...sheet, payment: other.payment }, stopped],
  'the amount shown': [tap, prepare, { ...began, fen: 980 }, { ...sheet, fen: 990 }, stopped],
  'one charge at a time': [...opening, { ...prepare, code }, { ...prepare, ...other, code: `${code}2` }, stopped],
  'never once paid': [...opening, sheet, paid, money, ended('paid'), { ...sheet, did: 'refused' as const, atMs: 900 }],
  'found again': [
    ...opening,
    sheet,
    told({ did: 'dead', atMs: 400, page: 0 }),
    told({ did: 'resumed', atMs: 500, page: 1, order, payment: '' }),
  ],
  'one id': [...opening, { ...prepare, payment: 'b'.repeat(32) }, stopped],
  'a last look': [...opening, sheet, ended('pending')],
  'Retry-After obeyed': [
    ...opening,
    merchant({ did: 'said', atMs: 200, call: 'status', status: 'later', expiresMs: 7_000, ...named }),
    ask,
    { ...stopped, atMs: 15_000 },
  ],
  'a code once': [...opening, { ...prepare, code: 'c' }, { ...prepare, code: 'c' }, stopped],
}

describe('the auditor', () => {
  it('has books that break each of its rules', () => {
    expect(Object.keys(broken).sort()).toEqual(Object.keys(rules).sort())
  })

  it.each(Object.entries(broken))('sees %s', (rule, lines) => {
    expect(audit(file(...lines)).map((verdict) => verdict.rule)).toEqual([rule])
  })

  it('passes what is honest', () => {
    expect(audit(file(...opening, sheet, paid, money, ended('paid')))).toEqual([])
  })

  it('lets a payment ask early where a twin has just ended', () => {
    const later = merchant({ did: 'said', atMs: 300, call: 'prepare', status: 'later', expiresMs: 7_000, ...named })
    const twin = { ...began, instance: 1 }
    const news = { ...stopped, instance: 1, atMs: 299 }
    expect(audit(file(...opening, twin, news, later, { ...prepare, atMs: 300 }, stopped))).toEqual([])
  })

  it('lets a checkout that was mounted anew ask though another, asked ahead, was told to wait', () => {
    const ahead = told({ did: 'ahead', atMs: 0, page: 0, order })
    const later = merchant({ did: 'said', atMs: 30, call: 'prepare', status: 'later', expiresMs: 7_000, ...named })
    const asks = [later, { ...prepare, atMs: 900 }, { ...stopped, atMs: 15_000 }]
    expect(audit(file(ahead, { ...tap, status: 'remount' }, prepare, began, ...asks))).toEqual([])
    expect(audit(file(ahead, tap, prepare, began, ...asks)).map(({ rule }) => rule)).toEqual(['Retry-After obeyed'])
  })

  it('knows which wallet was chosen last, though the form of the other one arrives after the choice', () => {
    const away = told({ did: 'state', atMs: 50, instance: 0, ...named })
    const chosen = { ...prepare, ...other }
    const closed = merchant({ did: 'said', atMs: 300, call: 'close', status: 'closed', ...named, ...other })
    const reopened = told({ did: 'resumed', atMs: 500, page: 1, order, payment: '' })
    const late = { ...sheet, did: 'refused' as const }
    const after = [told({ did: 'dead', atMs: 110, page: 0 }), closed, reopened]
    expect(audit(file(...opening, away, chosen, late, ...after))).toEqual([])
    expect(audit(file(...opening, chosen, away, late, ...after)).map(({ rule }) => rule)).toEqual(['found again'])
  })

  it('excuses a second sheet after a clock was set on where the device has no other clock', () => {
    const clock = told({ did: 'clock', atMs: 60, page: -1, status: 'on' })
    const again = file(...opening, clock, sheet, { ...sheet, atMs: 900 }, stopped)
    expect(audit(again).map(({ rule }) => rule)).toEqual(['one live invocation'])
    expect(audit({ ...again, terms: { ...again.terms, monotonic: false } })).toEqual([])
  })

  it('waits longer for a wallet that says who pays where the device slept meanwhile', () => {
    const ahead = told({ did: 'ahead', atMs: 1, page: 0, order })
    const late = merchant({ did: 'sent', atMs: 126_001, call: 'prepare', request: 0, payment, order, page: 0 })
    const sleep = told({ did: 'sleep', atMs: 1, untilMs: 126_001, page: -1 })
    const logsIn = ({ entries, terms }: CaseFile): CaseFile => ({ entries, terms: { ...terms, logsIn: true } })
    expect(audit(logsIn(file(ahead, sleep, late)))).toEqual([])
    expect(audit(logsIn(file(ahead, late))).map(({ rule }) => rule)).toEqual(['silent after the end'])
  })

  it('imports nothing of the client’s, directly or through another file', () => {
    const seen = new Set<string>()
    const walk = (name: string): void => {
      if (seen.has(name)) return
      seen.add(name)
      const text = readFileSync(join(import.meta.dirname, name), 'utf8')
      for (const [, from = ''] of text.matchAll(/(?:from|import\() ?'([^']+)'/g)) {
        expect(from, name).toMatch(/^\.\/[a-z-]+\.ts$/)
        walk(from.slice(2))
      }
    }
    walk('auditor.ts')
    expect([...seen].sort()).toEqual([
      'auditor-asking.ts',
      'auditor-invoking.ts',
      'auditor-lives.ts',
      'auditor-memory.ts',
      'auditor-time.ts',
      'auditor.ts',
      'evidence.ts',
      'ledger.ts',
    ])
  })
})
