/** The figures that were recorded last: `npm run bench:record` writes them, the READMEs print them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Figure } from './figure.ts'

export interface Recorded {
  /** The day, in UTC. */
  readonly day: string
  readonly node: string
  readonly cpu: string
  readonly figures: readonly Figure[]
}

const path = join(import.meta.dirname, 'last.json')

export const readRecorded = (): Recorded => JSON.parse(readFileSync(path, 'utf8'))

const figuresBefore = (): readonly Figure[] => {
  try {
    return readRecorded().figures
  } catch {
    return []
  }
}

/** Parts that were not measured this time stay as they were, in the order of `parts`. */
export const record = (now: Recorded, parts: readonly Figure['of'][]): void => {
  const measured = new Set(now.figures.map(({ of }) => of))
  const all = [...figuresBefore().filter(({ of }) => !measured.has(of)), ...now.figures]
  const figures = parts.flatMap((part) => all.filter(({ of }) => of === part))
  writeFileSync(path, `${JSON.stringify({ ...now, figures }, null, 2)}\n`)
}
