/** The commands by which anybody can see the proofs: each must be one that runs. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { read } from './pages.ts'

const section = read('CONTRIBUTING.md').split('\n## Proof\n')[1]?.split('\n## ')[0] ?? ''
const commands = [...section.matchAll(/^\| `(np[mx] [^`]+)` \|/gm)].map(([, command = '']) => command)
const parts = commands.flatMap((command) => command.split(' && '))

const root = join(import.meta.dirname, '../..')
const tests = readdirSync(join(root, 'test'), { recursive: true })
  .map((name) => `test/${name}`)
  .filter((name) => name.endsWith('.test.ts') && !name.includes('node_modules'))

it('are many', () => {
  expect(commands.length).toBeGreaterThanOrEqual(10)
})

it.each(parts.filter((part) => part.startsWith('npm ')))('%s is a script of the package', (part) => {
  const [, name = ''] = /^npm (?:run )?(\S+)/.exec(part) ?? []
  expect(Object.keys(manifest.scripts)).toContain(name)
})

it.each(parts.filter((part) => !part.startsWith('npm ')))('%s finds its tests, and their settings', (part) => {
  const [, paths = ''] = /^npx vitest run -c test\/vitest\.config\.ts (.+)$/.exec(part) ?? []
  expect(paths).not.toBe('')
  for (const path of paths.split(' ')) expect(tests.some((name) => name.startsWith(path))).toBe(true)
})
