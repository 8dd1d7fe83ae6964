/** Where the files come from: the same source makes the same bytes, and whose code is in them is said beside them. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { bundle } from './bundle.ts'
import { doors, manifest, root } from './tarball.ts'

const bundled = ['dijkstrajs', 'ky', 'qrcode']

const digest = (bytes: Buffer, hash: string) => createHash(hash).update(bytes).digest('base64')

/** Each file of a folder by its path, as a hash. */
const filesOf = (folder: string): Readonly<Record<string, string>> => {
  const paths = readdirSync(folder, { encoding: 'utf8', recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length), digest(readFileSync(path), 'sha256')]))
}

/** What a build reads: what is derived is formatted as the rest is. */
const sources = [
  'src',
  'tsup.config.ts',
  '.build',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  '.biome.json',
  '.gitignore',
]

/** A bundler names a chunk by the paths in it, which a link would lead out of the folder. */
const linkModules = (from: string, to: string): void => {
  mkdirSync(to)
  for (const name of readdirSync(from))
    if (bundled.includes(name)) cpSync(join(from, name), join(to, name), { recursive: true })
    else symlinkSync(join(from, name), join(to, name))
}

it('is built again, elsewhere, to the same bytes', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'isopay-rebuilt-'))
  onTestFinished(() => rmSync(elsewhere, { recursive: true }))
  for (const name of sources) cpSync(join(root, name), join(elsewhere, name), { recursive: true })
  linkModules(join(root, 'node_modules'), join(elsewhere, 'node_modules'))
  execFileSync('npm', ['run', '-s', 'build'], { cwd: elsewhere, stdio: 'pipe' })
  expect(filesOf(join(elsewhere, 'dist'))).toEqual(filesOf(join(root, 'dist')))
}, 400_000)

it('has the licence of each package that is bundled, in full', async () => {
  const page = doors.map((door) => `export * as ${door} from './src/${door}.ts'`).join('\n')
  const { packages } = await bundle(page, ['react', 'vue', 'zod'])
  expect(packages).toEqual(bundled)
  const written = readFileSync(join(root, 'dist/licenses.txt'), 'utf8')
  for (const name of bundled)
    expect(written).toMatch(new RegExp(`^${name}\n[^]*?(?:is hereby granted|under the MIT license)`, 'm'))
})

it('says the hash of the file for a script tag', () => {
  const said = JSON.parse(readFileSync(join(root, 'dist/sri.json'), 'utf8'))
  const bytes = readFileSync(join(root, 'dist/isopay.global.js'))
  expect(said).toEqual({ 'isopay.global.js': `sha384-${digest(bytes, 'sha384')}` })
})

it('has a bill of materials: what is bundled, and what is depended on, at the versions that are locked', () => {
  const { metadata, components } = JSON.parse(readFileSync(join(root, 'dist/sbom.json'), 'utf8'))
  expect(metadata.component.version).toBe(manifest.version)
  const told = components.map(({ name, version }: { name: string; version: string }) => `${name}@${version}`)
  const locked = ['ky', 'qrcode', 'dijkstrajs', ...Object.keys(manifest.dependencies)].map((name) => {
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))
    return `${name}@${version}`
  })
  expect(told).toEqual(locked)
})
