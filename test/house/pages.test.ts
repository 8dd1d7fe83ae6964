/** What is written about the package beside the README, in both languages, from the code. */
import { describe, expect, it } from 'vitest'
import { symptoms } from '../../src/symptoms/everywhere.ts'
import consumers from '../consumers/matrix.json' with { type: 'json' }
import { anchorsIn, fencesIn, linksIn, outlineOf, read } from './pages.ts'
import { printed } from './printed.ts'
import { symptomsZh } from './symptoms-zh.ts'
import { table } from './table.ts'

const pairs = [
  'README',
  'examples/recipes/README',
  'examples/recipes/moving',
  'examples/recipes/failed',
  'examples/recipes/panel',
  'examples/guide/contract',
].map((page) => [`${page}.md`, `${page}.zh-CN.md`] as const)

describe.each(pairs)('%s and %s', (english, chinese) => {
  it('have the same headings, items, rows and pictures, in the same order', () => {
    expect(outlineOf(chinese)).toEqual(outlineOf(english))
  })

  it('have the same code', () => {
    expect(fencesIn(chinese)).toEqual(fencesIn(english))
  })

  it('link to each other, and to the same pages', () => {
    const seen = (file: string) => linksIn(file).map(({ to }) => to.replace('.zh-CN', '').replace(/-(zh|en)\b/, ''))
    expect(linksIn(english).map(({ to }) => to)).toContain(chinese)
    expect(linksIn(chinese).map(({ to }) => to)).toContain(english)
    expect(seen(chinese)).toEqual(seen(english))
  })
})

const single = ['CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md']

it.each([...pairs.flat(), ...single])('%s links to files and headings that are there', (file) => {
  for (const { to, anchor } of linksIn(file)) {
    expect(() => read(to), to).not.toThrow()
    if (anchor) expect(anchorsIn(to), to).toContain(anchor)
  }
})

const consumerHeadings = {
  'README.md': ['used by', 'versions', 'what is tried'],
  'README.zh-CN.md': ['用在哪里', '版本', '试了什么'],
}

it.each(Object.entries(consumerHeadings))('%s prints who uses the package, as it was last tried', (file, heading) => {
  const text = table(
    heading,
    consumers.map(({ what, versions, does }) => [what, versions, does]),
  )
  expect(printed(file, 'consumers', text)).toBe(text)
})

const seen = ({ source }: RegExp): string => `\`${source.replaceAll('|', '\\|').replaceAll('`', '')}\``

/** What two channels have in common is told once, with both names. */
const told = [
  ...symptoms
    .flatMap(([kind, known]) => known.map((each) => ({ ...each, kind })))
    .reduce((rows, { kind, sign, cause, check }) => {
      const key = seen(sign) + cause + check
      const { kinds = [] } = rows.get(key) ?? {}
      return rows.set(key, { sign: seen(sign), cause, check, kinds: [...kinds, `\`${kind}\``] })
    }, new Map<string, { sign: string; cause: string; check: string; kinds: readonly string[] }>())
    .values(),
]

const inChinese = (cause: string): readonly [string, string] => {
  const said = symptomsZh[cause]
  if (!said) throw new Error(`symptoms-zh.ts has no words for: ${cause}`)
  return said
}

const symptomPages = {
  'examples/recipes/failed.md': table(
    ['channel', 'in the answer', 'likely cause', 'what to check'],
    told.map(({ kinds, sign, cause, check }) => [kinds.join(' '), sign, cause, check]),
  ),
  'examples/recipes/failed.zh-CN.md': table(
    ['支付方式', '应答里含有', '可能的原因', '检查什么'],
    told.map(({ kinds, sign, cause }) => [kinds.join(' '), sign, ...inChinese(cause)]),
  ),
}

it.each(Object.entries(symptomPages))('%s prints what `diagnose` knows', (file, text) => {
  expect(printed(file, 'symptoms', text)).toBe(text)
})
