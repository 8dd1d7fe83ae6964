/** The types, as each TypeScript from 5.0 on reads them, by both ways to resolve a package. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, it } from 'vitest'
import { install, run } from './project.ts'

const scratch = mkdtempSync(join(tmpdir(), 'isopay-types-'))
const folder = join(import.meta.dirname, 'types')
beforeAll(() => void install('types', scratch))
afterAll(() => rmSync(scratch, { recursive: true }))

const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const compilers = Object.keys(manifest.dependencies).filter((name) => name.startsWith('typescript-'))
const strict = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2020', '--types', 'node']

const read = (compiler: string, module: string, resolution: string, ...more: readonly string[]) => {
  const options = [...strict, '--lib', 'es2022,dom', '--module', module, '--moduleResolution', resolution, ...more]
  run(folder, 'node', `node_modules/${compiler}/bin/tsc`, ...options)
}

it.each(compilers)('%s reads every door, by both ways to find it', (compiler) => {
  read(compiler, 'node16', 'node16', '--skipLibCheck', 'shop.ts', 'frameworks.ts', 'import.mts')
  read(compiler, 'esnext', 'bundler', '--skipLibCheck', 'shop.ts', 'frameworks.ts')
})

/** What zod, React and Vue declare is theirs to check. */
it.each([compilers[0] ?? '', compilers.at(-1) ?? ''])('%s checks the declarations of our own', (compiler) => {
  read(compiler, 'node16', 'node16', 'shop.ts', 'import.mts')
})
