/** A client that is wrong in one place: its source with some lines exchanged, or with another host under it. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import type { Host } from '../../src/core/ports.ts'
import type { Client } from './client.ts'

export interface Change {
  /** Below `src/`. */
  readonly file: string
  /** Must be there exactly once. */
  readonly was: string
  readonly is: string
}

export interface Plant {
  /** What is wrong with it. */
  readonly wrong: string
  /** The rule that catches it. */
  readonly rule: string
  /** The seed that the hunt begins with, for one that is rarely caught. Default 0. */
  readonly from?: number
  readonly changes?: readonly Change[]
  readonly host?: (host: Host) => Host
}

const root = join(import.meta.dirname, '../..')
const rooms = ['contract', 'core', 'channels', 'checkout', 'desk', 'host', 'platforms']
const client = 'test/simulation/client.ts'

const files = [
  client,
  ...rooms.flatMap((room) =>
    readdirSync(join(root, 'src', room))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map((name) => `src/${room}/${name}`),
  ),
]
const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))

const exchange = (text: string, { file, was, is }: Change): string => {
  const parts = text.split(was)
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${was}`)
  return parts.join(is)
}

const compile = (text: string): string =>
  ts.transpile(text, {
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2022,
    rewriteRelativeImportExtensions: true,
  })

const compiled = new Map([...texts].map(([file, text]) => [file, compile(text)]))

const textOf = (file: string, changes: readonly Change[]): string => {
  const mine = changes.filter((change) => `src/${change.file}` === file)
  return mine.length > 0 ? compile(mine.reduce(exchange, texts.get(file) ?? '')) : (compiled.get(file) ?? '')
}

const writeOut = (folder: string, changes: readonly Change[]): void => {
  for (const { file } of changes) if (!texts.has(`src/${file}`)) throw new Error(`no such file: ${file}`)
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  for (const file of files) {
    const target = join(folder, file.replace(/\.ts$/, '.js'))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, textOf(file, changes))
  }
}

/** The client that the plant makes of isopay. */
export const grow = async ({ changes = [], host }: Plant): Promise<Client> => {
  const folder = mkdtempSync(join(tmpdir(), 'isopay-plant-'))
  try {
    writeOut(folder, changes)
    const path = join(folder, client.replace(/\.ts$/, '.js'))
    const { isopay } = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as { isopay: Client }
    return { ...isopay, ...(host && { changeHost: host }) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
