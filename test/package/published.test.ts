/** What a shop gets from the registry: the files, their types for every way to resolve them, and nothing more. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { afterAll, expect, it } from 'vitest'
import { doors, manifest, packInto, root } from './tarball.ts'

const folder = mkdtempSync(join(tmpdir(), 'isopay-published-'))
afterAll(() => rmSync(folder, { recursive: true }))
const { file, files, size } = packInto(folder)

it('passes publint, strictly', async () => {
  const { messages } = await publint({ pkgDir: root, pack: 'npm', strict: true })
  expect(messages).toEqual([])
})

it('has types that are right for every resolver, by attw with no exception', async () => {
  const analysis = await checkPackage(createPackageFromTarballData(readFileSync(file)))
  if (!analysis.types) throw new Error('There are no types')
  expect(analysis.problems).toEqual([])
  expect(Object.keys(analysis.entrypoints)).toEqual(Object.keys(manifest.exports))
}, 120_000)

it('names each door to the resolvers that do not read exports, too', () => {
  const named = Object.keys(manifest.exports).filter((path) => path !== '.' && path !== './package.json')
  expect(Object.keys(manifest.typesVersions['*']).map((name) => `./${name}`)).toEqual(named)
})

it('holds four files a door, what they share, the files that are read by name, and the words about it', () => {
  const written = ['CHANGELOG.md', 'LICENSE', 'README.md', 'README.zh-CN.md', 'SECURITY.md', 'package.json']
  const perDoor = doors.flatMap((door) => ['js', 'cjs', 'd.ts', 'd.cts'].map((end) => `dist/${door}.${end}`))
  const single = [
    'cli.js',
    'isopay.global.js',
    'licenses.txt',
    'mini/index.js',
    'mini/package.json',
    'openapi.json',
    'sbom.json',
    'sri.json',
  ]
  const shared = /^dist\/[a-z-]+-[\w-]{8}\.(?:js|d\.ts|d\.cts)$/
  const own = files.map(({ path }) => path).filter((path) => !shared.test(path))
  expect(own.sort()).toEqual([...written, ...perDoor, ...single.map((name) => `dist/${name}`)].sort())
})

/** Half of it is the second module format, a quarter what is for tests. What a shop's users load is held by the sizes of the doors. */
it('is at most 400 KB to download', () => {
  console.log(`isopay-${manifest.version}.tgz: ${size} bytes`)
  expect(size).toBeLessThanOrEqual(400_000)
})

it('depends on zod alone', () => {
  expect(Object.keys(manifest.dependencies)).toEqual(['zod'])
})
