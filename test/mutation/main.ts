/**
 * `npm run mutate [-- file …]`: breaks each mutated file in every small way, and runs the tests of its room against each.
 * Writes `report.json`: all files, or those named. Takes about a quarter of an hour on two cores that do nothing else.
 */
import { Stryker } from '@stryker-mutator/core'
import { type Survivor, writeRow } from './report.ts'
import { hashOf, read, rooms, targetsOf } from './rooms.ts'

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number]

const asked = process.argv.slice(2)
const configFile = 'test/mutation/stryker.config.json'

const mutate = (files: readonly string[], tests: string): Promise<Mutant[]> => {
  process.env.MUTATION_TESTS = tests
  return new Stryker({ configFile, mutate: files.flatMap(targetsOf) }).runMutationTest()
}

/** The text between two places; lines and columns count from 1. */
const textAt = (file: string, { start, end }: Mutant['location']): string => {
  const lines = read(file)
    .split('\n')
    .slice(start.line - 1, end.line)
  const last = lines.length - 1
  lines[last] = lines[last]?.slice(0, end.column - 1) ?? ''
  lines[0] = lines[0]?.slice(start.column - 1) ?? ''
  return lines.join('\n')
}

/** What cannot be loaded any more, or never ends, was noticed. */
const noticed = ['Killed', 'Timeout', 'RuntimeError', 'CompileError']

const survivorOf = (file: string, { location, replacement = '' }: Mutant): Survivor => ({
  line: location.start.line,
  was: textAt(file, location),
  becomes: replacement,
})

for (const room of rooms) {
  const files = asked.length > 0 ? room.files.filter((file) => asked.includes(file)) : room.files
  if (files.length === 0) continue
  const mutants = await mutate(files, room.tests)
  for (const file of files) {
    const own = mutants.filter(({ fileName }) => fileName.endsWith(file))
    const survivors = own.filter(({ status }) => !noticed.includes(status)).map((mutant) => survivorOf(file, mutant))
    writeRow({ file, hash: hashOf(file), mutants: own.length, survivors })
  }
}
