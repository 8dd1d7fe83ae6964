/** `dist/mini` in QuickJS, as a mini program runs it, and the index door where Taro and uni-app bundle that. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Build } from './bare.ts'
import { open, openMerchant, says } from './opened.ts'
import { itPays } from './payments.ts'
import { quickJs } from './quickjs.ts'

const built = (file: string): Build => ({
  bare: quickJs,
  code: readFileSync(join(import.meta.dirname, '../../dist', file), 'utf8'),
})
const mini = built('mini/index.js')

it.each(['window', 'document', 'navigator', 'URL', 'fetch', 'AbortController', 'TextEncoder', 'crypto', 'performance'])(
  'has no %s to lean on',
  (name) => {
    expect(open(openMerchant(), says('requestPayment:ok'), mini).evaluate(`typeof ${name}`)).toBe('undefined')
  },
)

it.each(['eval', 'Proxy', 'console', 'process', 'globalThis.Object.hasOwn', 'Array.prototype.flatMap'])(
  'has no %s either',
  (name) => {
    expect(open(openMerchant(), says('requestPayment:ok'), mini).evaluate(`typeof ${name}`)).toBe('undefined')
  },
)

describe.each([
  ['dist/mini', mini],
  ['dist/mini, with promises on timers', { ...mini, latePromise: true }],
  ['the index door, which Taro and uni-app bundle', built('index.cjs')],
])('%s', (_name, build) => itPays(build))
