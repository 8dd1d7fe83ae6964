/** What a shop's bundler makes of an import: minified, lowered, all dependencies in. */
import { join, relative } from 'node:path'
import { type BuildOptions, build, type Metafile } from 'esbuild'

const root = join(import.meta.dirname, '../..')
const dist = join(root, 'dist')

export interface Chunk {
  readonly text: string
  /** Loaded at once; the others only when they are needed. */
  readonly first: boolean
}

const doors = ['qr', 'element', 'react', 'vue', 'till', 'contract', 'testing']

const shared = {
  bundle: true,
  minify: true,
  target: 'es2017',
  write: false,
  metafile: true,
  legalComments: 'none',
  logLevel: 'error',
  absWorkingDir: root,
  external: ['react', 'vue', 'node:*'],
  alias: Object.fromEntries([
    ...doors.map((door) => [`isopay/${door}`, join(dist, `${door}.js`)]),
    ['isopay', join(dist, 'index.js')],
  ]),
} satisfies BuildOptions

const entry = (contents: string) => ({ contents, resolveDir: import.meta.dirname, sourcefile: 'entry.js' })

type Outputs = Metafile['outputs']

/** Those that are there before the first line runs. */
const firstOf = (outputs: Outputs, name: string, known = new Set<string>()): ReadonlySet<string> => {
  if (known.has(name)) return known
  known.add(name)
  const imports = outputs[name]?.imports ?? []
  for (const { kind, path } of imports) if (kind === 'import-statement') firstOf(outputs, path, known)
  return known
}

/** The chunks that `code` comes to. */
export const chunksOf = async (code: string): Promise<readonly Chunk[]> => {
  const made = await build({ ...shared, stdin: entry(code), format: 'esm', splitting: true, outdir: 'out' })
  const { outputs } = made.metafile
  const [main = ''] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint?.endsWith('entry.js')) ?? []
  const first = firstOf(outputs, main)
  return made.outputFiles.map(({ path, text }) => ({ text, first: first.has(relative(root, path)) }))
}

/** One script that puts its exports into the global `name`. */
export const scriptOf = async (code: string, name: string): Promise<string> => {
  const { outputFiles } = await build({ ...shared, stdin: entry(code), format: 'iife', globalName: name })
  return outputFiles[0]?.text ?? ''
}
