/** What is in `dist/mini`, and what must never be. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import ts from 'typescript'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const code = readFileSync(join(root, 'dist/mini/index.js'), 'utf8')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const require = createRequire(import.meta.url)

it.each([
  'requestPayment',
  'requestVirtualPayment',
  'tradePay',
  'requestPolymerPayment',
  'getAuthCode',
  'setStorageSync',
  'AppShow',
  'getRandomValues',
])('holds %s', (name) => {
  expect(code).toContain(name)
})

it.each([
  ['a page', /\b(?:window|document|navigator|location|localStorage|history|globalThis|self)\b/],
  [
    'what only browsers have',
    /\bfetch\(|\b(?:new|typeof) (?:URL|AbortController|TextEncoder|BroadcastChannel|Proxy)\b/,
  ],
  ['code that is made at run time', /\beval\(|\bnew Function\b|\bimport\(/],
  ['the web’s libraries', /\bky\b|\bzod\b|qrcode|\$ZodType/],
  ['channels of a page', /WeixinJSBridge|AlipayJSBridge|upsdk|navigateTo|plus\.payment/],
  ['another file', /\brequire\(/],
  [
    'names that old engines lack',
    /Object\.(?:hasOwn|fromEntries)\b|\.(?:flatMap|flat|at|padStart|replaceAll|finally)\(/,
  ],
  ['patterns that old engines cannot read', /\(\?<[=!a-z]/],
])('holds nothing of %s', (_what, pattern) => {
  expect(code.replace(/"(?:[^"\\]|\\.)*"/g, '""').match(pattern)?.[0]).toBeUndefined()
})

it('is ES2015: there is nothing to lower', () => {
  const printed = (target: ts.ScriptTarget) => ts.transpile(code, { target, module: ts.ModuleKind.None })
  expect(printed(ts.ScriptTarget.ES2015)).toBe(printed(ts.ScriptTarget.ESNext))
})

it('is found by the tools that build npm for mini programs, and required as CommonJS', () => {
  expect(manifest.miniprogram).toBe('dist/mini')
  expect(readdirSync(join(root, 'dist/mini')).sort()).toEqual(['index.js', 'package.json'])
  expect(Object.keys(require(join(root, manifest.miniprogram)))).toEqual(Object.keys(require('isopay')))
})

/**
 * The aim was 6.5 KB. Of these, the corridor with its core and contract are 12.6 KB, which every door has; hands, channels
 * and places of nine runtimes are the rest. The texts of errors and symptoms, some 2 KB, are what a developer reads.
 */
it('is at most 16.9 KB, gzip', () => {
  const { length } = gzipSync(code, { level: 9 })
  console.log(`dist/mini/index.js: ${length} bytes, gzip`)
  expect(length).toBeLessThanOrEqual(16_900)
})
