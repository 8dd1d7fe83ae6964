/** What another generator of types makes of the document is what isopay has: a difference does not compile. */
import { dirname, join } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { beforeAll, expect, it } from 'vitest'
import { openapi } from '../../src/contract/openapi.ts'
import { actionName } from '../../src/contract/openapi-schemas.ts'
import { actions } from '../../src/contract/schemas.ts'

const here = import.meta.dirname
const derived = join(dirname(dirname(here)), 'src/contract/derived.ts')

const same = ['Amount', 'Identity', 'Status', 'PrepareRequest', 'StatusRequest', 'CloseRequest', 'Word', 'StatusAnswer']
const pairs = [
  ...[...same, 'ErrorAnswer', 'Action'].map((name) => [name, `ours.${name}`]),
  // The client checks an action in a second step; the document says both at once.
  ['Prepared', `Flat<Omit<ours.Prepared, 'action'> & { action: ours.Action }>`],
  ...Object.keys(actions).map((kind) => [actionName(kind), `ours.Actions['${kind}']`]),
]

/** Identical, not only assignable one to the other. */
const identical = `
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type Flat<A> = { [Name in keyof A]: A[Name] }
`

const comparison = pairs
  .map(([theirs, type], index) => `export const _${index}: Same<components['schemas']['${theirs}'], ${type}> = true`)
  .join('\n')

/** JSON has no `undefined`: it cannot tell a field that is left out from one that is undefined, so neither does this. */
const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: false,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
}

const fileOf = (name: string) => join(here, `${name}.generated.ts`)

/** What does not compile, by file. All at once, for the libraries are read only once. */
const compile = (sources: ReadonlyMap<string, string>): string[] => {
  const host = ts.createCompilerHost(options)
  const { readFile, fileExists, getSourceFile } = host
  host.fileExists = (name) => sources.has(name) || fileExists(name)
  host.readFile = (name) => sources.get(name) ?? readFile(name)
  host.getSourceFile = (name, ...more) => {
    const source = sources.get(name)
    return source === undefined ? getSourceFile(name, ...more) : ts.createSourceFile(name, source, options.target ?? 0)
  }
  const program = ts.createProgram([...sources.keys()], options, host)
  return ts.getPreEmitDiagnostics(program).map(({ file }) => file?.fileName ?? '')
}

const differences = [
  ['a field that became optional', 'nonce: string', 'nonce?: string'],
  ['a field that became required', 'wallet?: string', 'wallet: string'],
  ['a number that became text', 'expiresInSeconds: number', 'expiresInSeconds: string'],
  ['one status more', '"refunded"', '"refunded" | "unknown"'],
  ['one kind less', 'kind: "code"', 'kind: string'],
] as const

let faulty: readonly string[]
beforeAll(async () => {
  const theirs = astToString(await openapiTS(JSON.stringify(openapi())))
  const compared = `${theirs}\nimport type * as ours from '${derived}'\n${identical}${comparison}`
  const sources = new Map([[fileOf('same'), compared]])
  for (const [name, from, to] of differences) sources.set(fileOf(name), compared.replaceAll(from, to))
  faulty = compile(sources)
})

it('has the same types, both ways', () => {
  expect(faulty).not.toContain(fileOf('same'))
})

it.each(differences)('would not compile with %s', (name) => {
  expect(faulty).toContain(fileOf(name))
})
