/** A client that is wrong in one place: its source with some lines exchanged, or with another host under it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
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

const exchange = (text: string, { file, was, is }: Change): string => {
  const parts = text.split(was)
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${was}`)
  return parts.join(is)
}

/** The changed files by their paths. */
const spoil = (changes: readonly Change[]): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>()
  for (const change of changes) {
    const path = join(root, 'src', change.file)
    texts.set(path, exchange(texts.get(path) ?? readFileSync(path, 'utf8'), change))
  }
  return texts
}

const inPlaceOf = (texts: ReadonlyMap<string, string>): Plugin => ({
  name: 'plant',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = texts.get(path)
      return contents === undefined ? undefined : { contents, loader: 'ts' }
    }),
})

/** As one file, which the runner leaves as it is. */
const bundle = async (changes: readonly Change[]): Promise<string> => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['test/simulation/client.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'node20',
    plugins: [inPlaceOf(spoil(changes))],
  })
  return `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? '').toString('base64')}`
}

/** The client that the plant makes of isopay. */
export const grow = async ({ changes = [], host }: Plant): Promise<Client> => {
  const { isopay } = (await import(/* @vite-ignore */ await bundle(changes))) as { isopay: Client }
  return { ...isopay, ...(host && { changeHost: host }) }
}
