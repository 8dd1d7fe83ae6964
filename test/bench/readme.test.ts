/** What the READMEs say of speed and size is what was measured last. */
import { describe, expect, it } from 'vitest'
import { read } from '../house/pages.ts'
import { printed } from '../house/printed.ts'
import { bars } from './bars.ts'
import { missed } from './figure.ts'
import { benchPage } from './page.ts'
import { readRecorded } from './recorded.ts'

const recorded = readRecorded()
const pages = benchPage(recorded)
const barred = recorded.figures.filter(({ bar }) => bar !== undefined)

describe.each(['README.md', 'README.zh-CN.md'] as const)('%s', (file) => {
  it('prints each figure with a bar as it was measured last: else npm run docs', () => {
    expect(printed(file, 'bench', pages[file])).toBe(pages[file])
  })

  it('has no other size and no other time of its own', () => {
    const rest = read(file).replace(/<!-- bench -->[\s\S]*<!-- \/bench -->/, '')
    expect(rest.match(/.*\d ?(?:KB|kB|ms|毫秒|µs)(?![a-z]).*/g)).toBeNull()
  })
})

it('measures every figure that has a bar, and knows it in both languages', () => {
  expect(barred.map(({ name }) => name).sort()).toEqual(Object.keys(bars).sort())
})

it.each(barred.filter(missed))('says what keeps "$name" from its bar, in both languages', ({ name }) => {
  expect(bars[name]?.limit?.map((words) => words.length > 10)).toEqual([true, true])
})
