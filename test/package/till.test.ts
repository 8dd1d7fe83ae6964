import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const run = (code: string, type: 'module' | 'commonjs') =>
  execFileSync(process.execPath, [`--input-type=${type}`, '-e', code], { cwd: root, encoding: 'utf8' }).trim()

const path = JSON.stringify(join(mkdtempSync(join(tmpdir(), 'isopay-door-')), 'till'))
const useDoor = `
  const checkout = createCheckout({ endpoint: 'http://127.0.0.1:9/pay', folder: { fs, path: ${path} } })
  const desk = createDesk({ checkout })
  desk.charge('order-1', '13').then(({ taken, error }) => console.log(checkout.platform, taken, error.code))`

it.each([
  ['module', "import fs from 'node:fs'; import { createCheckout, createDesk } from 'isopay/till'"],
  ['commonjs', "const fs = require('node:fs'); const { createCheckout, createDesk } = require('isopay/till')"],
] as const)('the built till door works in Node as %s', (type, load) => {
  expect(run(`${load};${useDoor}`, type)).toBe('till false code_invalid')
})

it('names what is missing where a till in Node has no folder', () => {
  const code = `import { createCheckout } from 'isopay/till'
    try { createCheckout({ endpoint: '/pay' }) } catch ({ code, detail }) { console.log(code, detail.split(':')[0]) }`
  expect(run(code, 'module')).toBe('config_invalid folder')
})

it('leaves nothing running and adds no global at import', () => {
  const code = `const before = Object.keys(Object.getOwnPropertyDescriptors(globalThis)).length; await import('isopay/till')
    console.log(Object.keys(Object.getOwnPropertyDescriptors(globalThis)).length - before, process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length)`
  expect(run(code, 'module')).toBe('0 0')
})
