/** The public surface, door by door. A change of it is seen in review, or fails: `npm run api` records it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reportOf } from './report.ts'
import { doors } from './tarball.ts'

/** What is exported without a word about it, or about a member of it. */
const unexplained = (report: string): readonly string[] => {
  const shown = report.split(/\n\n+/).filter((each) => /^export /m.test(each))
  return shown.flatMap((each) => each.match(/(?<=undocumented\)\n).*/g) ?? [])
}

it('hears of a member that is not explained', () => {
  const report = '// @public\nexport interface Told {\n    // (undocumented)\n    readonly untold: string;\n}\n'
  expect(unexplained(report)).toEqual(['    readonly untold: string;'])
})

describe.each(doors)('isopay/%s', (door) => {
  const recorded = join(import.meta.dirname, 'api', `${door}.api.md`)
  const report = reportOf(door)

  it('offers what is recorded', () => {
    if (process.env.RECORD_API) writeFileSync(recorded, report)
    expect(report).toBe(readFileSync(recorded, 'utf8'))
  })

  it('explains everything that it offers', () => {
    expect(unexplained(report)).toEqual([])
  })
})
