/** Where the files come from: the same source makes the same bytes, and whose code is in them is said beside them. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { bundle } from './bundle.ts'
import { doors, root } from './tarball.ts'

const digest = (bytes: Buffer, hash: string) => createHash(hash).update(bytes).digest('base64')

/** Each file of a folder by its path, as a hash. */
const filesOf = (folder: string): Readonly<Record<string, string>> => {
  const paths = readdirSync(folder, { encoding: 'utf8', recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length), digest(readFileSync(path), 'sha256')]))
}

it('is built again, elsewhere, to the same bytes', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'isopay-rebuilt-'))
  onTestFinished(() => rmSync(elsewhere, { recursive: true }))
  for (const name of ['src', 'tsup.config.ts', 'tsconfig.json', 'package.json'])
    cpSync(join(root, name), join(elsewhere, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(elsewhere, 'node_modules'))
  execFileSync('npm', ['run', '-s', 'build'], { cwd: elsewhere, stdio: 'pipe' })
  expect(filesOf(join(elsewhere, 'dist'))).toEqual(filesOf(join(root, 'dist')))
}, 180_000)

it('has the licence of each package that is bundled, in full', async () => {
  const taken = await bundle(doors.map((door) => `export * as ${door} from './src/${door}.ts'`).join('\n'), [
    'react',
    'vue',
    'zod',
  ])
  const written = readFileSync(join(root, 'dist/licenses.txt'), 'utf8')
  expect(
    written
      .split(/\n\n\n|^/)
      .map((text) => text.split('\n')[0])
      .sort(),
  ).toEqual(taken.packages)
  expect(written.match(/^Copyright|^MIT License|Permission is hereby granted/gim)?.length).toBeGreaterThan(5)
})

it('says the hash of the file for a script tag', () => {
  const said = JSON.parse(readFileSync(join(root, 'dist/sri.json'), 'utf8'))
  const bytes = readFileSync(join(root, 'dist/isopay.global.js'))
  expect(said).toEqual({ 'isopay.global.js': `sha384-${digest(bytes, 'sha384')}` })
})
