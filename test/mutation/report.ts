/** The table of the last run: one row a file, then each mutant that no test noticed, with the reason why none can. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { table } from '../house/table.ts'
import { equivalent } from './equivalent.ts'

export interface Survivor {
  readonly line: number
  readonly was: string
  readonly becomes: string
}

export interface Row {
  readonly file: string
  /** Of what was mutated. */
  readonly hash: string
  readonly mutants: number
  readonly survivors: readonly Survivor[]
}

const path = join(import.meta.dirname, 'report.json')

export const readRows = (): readonly Row[] => JSON.parse(readFileSync(path, 'utf8'))

export const writeRow = (row: Row): void => {
  const rows = [...readRows().filter(({ file }) => file !== row.file), row].sort((a, b) => (a.file < b.file ? -1 : 1))
  writeFileSync(path, `${JSON.stringify(rows, null, 2)}\n`)
}

/** Why no test can notice it: it behaves as the code does. */
export const whyNot = (file: string, { was, becomes }: Survivor): string | undefined =>
  equivalent.find((each) => each.file === file && each.was === was && each.becomes === becomes)?.why

const score = (mutants: number, survived: number): string =>
  mutants === 0 ? '–' : `${((100 * (mutants - survived)) / mutants).toFixed(1)} %`

const cellsOf = (name: string, mutants: number, survived: number): readonly string[] => [
  name,
  String(mutants),
  String(mutants - survived),
  String(survived),
  score(mutants, survived),
]

export const totals = (rows: readonly Row[]): { readonly mutants: number; readonly survived: number } => ({
  mutants: rows.reduce((sum, { mutants }) => sum + mutants, 0),
  survived: rows.reduce((sum, { survivors }) => sum + survivors.length, 0),
})

/** As it stands in `CONTRIBUTING.md`. */
export const mutationTable = (rows: readonly Row[]): string => {
  const { mutants, survived } = totals(rows)
  const each = rows.map((row) => cellsOf(`\`${row.file}\``, row.mutants, row.survivors.length))
  return table(['file', 'mutants', 'noticed', 'survived', 'score'], [...each, cellsOf('all', mutants, survived)])
}

const quoted = (text: string): string => `\`${text.replace(/\s+/g, ' ').replaceAll('|', '\\|')}\``

export const survivorTable = (rows: readonly Row[]): string =>
  table(
    ['file', 'was', 'becomes', 'why no test can notice'],
    rows.flatMap(({ file, survivors }) =>
      survivors.map((survivor) => [
        `\`${file}\``,
        quoted(survivor.was),
        quoted(survivor.becomes),
        whyNot(file, survivor) ?? '',
      ]),
    ),
  )
