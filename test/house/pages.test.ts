/** What is written about the package beside the README, in both languages, from the code. */
import { describe, expect, it } from 'vitest'
import { symptoms as known } from '../../src/symptoms/everywhere.ts'
import consumers from '../consumers/matrix.json' with { type: 'json' }
import { codeIn, outlineOf, read } from './pages.ts'
import { printed } from './printed.ts'
import { table } from './table.ts'

const pairs = [
  ['README.md', 'README.zh-CN.md'],
  ['examples/recipes/README.md', 'examples/recipes/README.zh-CN.md'],
  ['examples/recipes/moving.md', 'examples/recipes/moving.zh-CN.md'],
  ['examples/recipes/failed.md', 'examples/recipes/failed.zh-CN.md'],
] as const

describe.each(pairs)('%s and %s', (english, chinese) => {
  it('have the same headings, as deep and in the same order', () => {
    expect(outlineOf(chinese)).toEqual(outlineOf(english))
  })

  it('have the same code', () => {
    const bare = (file: string) => codeIn(file).map(([, code]) => code.replace(/ *\/\/.*$/gm, ''))
    expect(bare(chinese)).toEqual(bare(english))
  })

  it('link to each other, and to files that are there', () => {
    for (const [file, other] of [
      [english, chinese],
      [chinese, english],
    ] as const) {
      const links = [...read(file).matchAll(/\]\((?!https?:)([\w./-]+)(?:#[^)]*)?\)/g)].map(([, to]) => to ?? '')
      const folder = file.replace(/[^/]*$/, '')
      expect(links.map((to) => new URL(folder + to, 'file:///').pathname.slice(1))).toContain(other)
      for (const to of links) expect(() => read(folder + to)).not.toThrow()
    }
  })
})

const consumerTable = (): string =>
  table(
    ['used by', 'versions', 'what is tried'],
    consumers.map(({ what, versions, does }) => [what, versions, does]),
  )

it.each(['README.md', 'README.zh-CN.md'])('%s prints who uses the package, as it was last tried', (file) => {
  expect(printed(file, 'consumers', consumerTable())).toBe(consumerTable())
})

const seen = ({ source }: RegExp): string => `\`${source.replaceAll('|', '\\|').replaceAll('`', '')}\``

const symptomTable = (): string =>
  table(
    ['channel', 'in the answer', 'likely cause', 'what to check'],
    known.flatMap(([kind, symptoms]) =>
      symptoms.map(({ sign, cause, check }) => [`\`${kind}\``, seen(sign), cause, check]),
    ),
  )

it.each(['examples/recipes/failed.md', 'examples/recipes/failed.zh-CN.md'])(
  '%s prints what `diagnose` knows',
  (file) => {
    expect(printed(file, 'symptoms', symptomTable())).toBe(symptomTable())
  },
)
