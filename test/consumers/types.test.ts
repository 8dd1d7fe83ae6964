/** The types, as each TypeScript from 5.0 on reads them, by both ways to resolve a package. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { doors } from '../package/tarball.ts'
import { install, run } from './project.ts'

const scratch = mkdtempSync(join(tmpdir(), 'isopay-types-'))
const folder = join(import.meta.dirname, 'types')
beforeAll(() => void install('types', scratch))
afterAll(() => rmSync(scratch, { recursive: true }))

const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const compilers = Object.keys(manifest.dependencies).filter((name) => name.startsWith('typescript-'))
const asModule = ['import.mts', 'frameworks.mts']
const asCommonJs = ['shop.ts', 'frameworks.ts']
const strict = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2020', '--types', 'node']

const read = (compiler: string, module: string, resolution: string, ...more: readonly string[]) => {
  const options = [...strict, '--lib', 'es2022,dom', '--module', module, '--moduleResolution', resolution, ...more]
  run(folder, 'node', `node_modules/${compiler}/bin/tsc`, ...options)
}

const imported = (...names: readonly string[]) => {
  const texts = names.map((name) => readFileSync(join(folder, name), 'utf8')).join()
  const found = [...texts.matchAll(/from 'isopay(?:\/(\w+))?'/g)].map(([, door = 'index']) => door)
  return [...new Set(found)].sort()
}

it('is asked for every door, as a module and as CommonJS', () => {
  expect(imported(...asModule)).toEqual([...doors].sort())
  expect(imported(...asCommonJs)).toEqual([...doors].sort())
})

it.each(compilers)('%s reads every door, by both ways to find it', (compiler) => {
  read(compiler, 'node16', 'node16', '--skipLibCheck', ...asModule, ...asCommonJs)
  read(compiler, 'esnext', 'bundler', '--skipLibCheck', ...asModule, ...asCommonJs)
})

/** What zod, React and Vue declare is theirs to check. */
it.each([compilers[0] ?? '', compilers.at(-1) ?? ''])('%s checks the declarations of our own', (compiler) => {
  read(compiler, 'node16', 'node16', 'shop.ts', 'import.mts')
})
