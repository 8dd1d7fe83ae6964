/** What is mutated, and the tests that must notice: those of the same room alone, so that no distant test hides a gap. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { interpretersIn, rangeOf } from './interpreters.ts'

interface Room {
  readonly files: readonly string[]
  readonly tests: string
}

const root = join(import.meta.dirname, '../..')
export const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`)

/** What is left when types and comments are gone: mutants live in it. */
const codeOf = (text: string): string =>
  ts
    .transpile(text, { target: ts.ScriptTarget.ES2022, removeComments: true })
    .replace(/^export \{\};$/m, '')
    .trim()

const isOfTypes = (file: string): boolean => codeOf(read(file)) === ''

const claims = (file: string) => interpretersIn(file, read(file))
const isChannel = (file: string): boolean => file.startsWith('src/channels/') && claims(file).length > 0

export const rooms: readonly Room[] = [
  { files: filesIn('src/core').filter((file) => !isOfTypes(file)), tests: 'test/core/*.test.ts' },
  {
    files: [...filesIn('src/channels').filter(isChannel), 'src/channels/own-text.ts'],
    tests: 'test/channels/*.test.ts',
  },
  {
    files: ['src/checkout/gate.ts', 'src/contract/check.ts', 'src/contract/own.ts'],
    tests: 'test/checkout/gate.test.ts,test/contract/check.test.ts',
  },
  { files: ['src/checkout/ending.ts'], tests: 'test/checkout/ending.test.ts' },
]

export const files: readonly string[] = rooms.flatMap((room) => room.files)

/** As Stryker takes it: whole files, and of a channel what makes its claims. */
export const targetsOf = (file: string): readonly string[] => (isChannel(file) ? claims(file).map(rangeOf) : [file])

/** Changes with what is mutated, and with nothing else. */
export const hashOf = (file: string): string => {
  const parts = isChannel(file) ? claims(file).map((node) => node.getText()) : [codeOf(read(file))]
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12)
}
