/** The last run of `npm run mutate`: is it of this code, and was it good enough? */
import { describe, expect, it } from 'vitest'
import { printed } from '../house/printed.ts'
import { equivalent } from './equivalent.ts'
import { mutationTable, readRows, survivorTable, totals, whyNot } from './report.ts'
import { files, hashOf } from './rooms.ts'

const rows = readRows()

/** Whatever makes a result say paid. */
const wayToPaid = [
  ...['src/checkout/gate.ts', 'src/checkout/ending.ts', 'src/core/final.ts', 'src/core/machine.ts'],
  ...['src/contract/check.ts', 'src/contract/own.ts'],
]

it('covers the core, every interpret, the gate and the derived checks', () => {
  expect(rows.map(({ file }) => file)).toEqual([...files].sort())
})

it.each(rows)('is of $file as it is now: else npm run mutate -- $file', ({ file, hash }) => {
  expect(hashOf(file)).toBe(hash)
})

it('notices at least 95 of 100 mutants', () => {
  const { mutants, survived } = totals(rows)
  expect((mutants - survived) / mutants).toBeGreaterThanOrEqual(0.95)
})

describe.each(rows.filter(({ survivors }) => survivors.length > 0))('$file', ({ file, survivors }) => {
  it.each(survivors)('line $line: $was → $becomes has a reason why no test can notice', (survivor) => {
    expect(whyNot(file, survivor)).toBeTypeOf('string')
  })
})

it('notices every mutant on the way to paid that does anything', () => {
  const unnoticed = rows
    .filter(({ file }) => wayToPaid.includes(file))
    .flatMap(({ file, survivors }) => survivors.filter((survivor) => whyNot(file, survivor) === undefined))
  expect(unnoticed).toEqual([])
})

it('gives no reason for what no longer survives', () => {
  const survived = rows.flatMap(({ file, survivors }) => survivors.map((survivor) => whyNot(file, survivor)))
  expect(equivalent.map(({ why }) => why).filter((why) => !survived.includes(why))).toEqual([])
})

it('is printed as it was', () => {
  expect(printed('CONTRIBUTING.md', 'mutation', mutationTable(rows))).toBe(mutationTable(rows))
  expect(printed('CONTRIBUTING.md', 'survivors', survivorTable(rows))).toBe(survivorTable(rows))
})
