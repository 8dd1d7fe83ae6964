/** The package as it would be published, from what is built. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

interface Packed {
  readonly filename: string
  /** Bytes of the tarball. */
  readonly size: number
  readonly files: readonly { readonly path: string }[]
}

interface Manifest {
  readonly version: string
  readonly repository: { readonly url: string }
  readonly bin: Readonly<Record<'isopay', string>>
  readonly exports: Readonly<Record<string, unknown>>
  readonly typesVersions: Readonly<Record<'*', Readonly<Record<string, readonly string[]>>>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly scripts: Readonly<Record<string, string>>
}

export const manifest: Manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** The doors with code behind them, as files are named: `index`, `contract` … */
export const doors = Object.entries(manifest.exports)
  .filter(([, target]) => typeof target === 'object')
  .map(([path]) => (path === '.' ? 'index' : path.slice(2)))

/** Packs into `folder`; `file` is the tarball. */
export const packInto = (folder: string): Packed & { readonly file: string } => {
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]
  const [packed]: readonly Packed[] = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8' }))
  if (!packed) throw new Error('npm pack has packed nothing')
  return { ...packed, file: join(folder, packed.filename) }
}
