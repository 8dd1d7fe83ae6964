/** Each door by itself, in a process of its own, from the tarball and with nothing else installed. */
import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { doors, packInto, root } from './tarball.ts'

const folder = mkdtempSync(join(tmpdir(), 'isopay-alone-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A project with the package, and with these beside it. */
const project = (name: string, beside: readonly string[]): string => {
  const modules = join(folder, name, 'node_modules')
  mkdirSync(join(modules, 'isopay'), { recursive: true })
  const { file } = packInto(join(folder, name))
  execFileSync('tar', ['-xzf', file, '--strip-components=1', '-C', join(modules, 'isopay')])
  for (const each of beside) symlinkSync(join(root, 'node_modules', each), join(modules, each))
  return join(folder, name)
}

const run = (cwd: string, code: string): Promise<string> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['--input-type=commonjs', '-e', code], { cwd }, (_, out) => resolve(out.trim()))
  })

const ways = {
  import: (path: string) => `import('${path}')`,
  require: (path: string) => `(async () => require('${path}'))()`,
}

/** What is missing for each door, by both ways to load it. */
const missing = (cwd: string) => {
  const print = `.then(() => '', ({ message }) => (/^Cannot find \\w+ '([^']+)'/.exec(message) || [message])[1]).then(console.log)`
  const tried = doors.map(async (door) => {
    const path = door === 'index' ? 'isopay' : `isopay/${door}`
    const found = await Promise.all(Object.values(ways).map((load) => run(cwd, load(path) + print)))
    return [door, [...new Set(found)].join()] as const
  })
  return Promise.all(tried).then(Object.fromEntries)
}

const wanting = (wanted: Readonly<Record<string, string>>) =>
  Object.fromEntries(doors.map((door) => [door, wanted[door] ?? '']))

describe('a door', () => {
  it('is loaded alone, and misses a package where it is a framework’s or the contract’s', async () => {
    const lacking = wanting({ contract: 'zod', react: 'react', vue: 'vue' })
    expect(await missing(project('bare', []))).toEqual(lacking)
  }, 120_000)

  it('misses nothing where the one dependency is, and the framework that it is for', async () => {
    expect(await missing(project('whole', ['zod', 'react', 'vue', '@vue']))).toEqual(wanting({}))
  }, 120_000)
})
