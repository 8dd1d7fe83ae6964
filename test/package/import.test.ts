import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import vm from 'node:vm'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const run = (code: string, type: 'module' | 'commonjs') =>
  execFileSync(process.execPath, [`--input-type=${type}`, '-e', code], { cwd: root, encoding: 'utf8' }).trim()

const unsupported = `
  const checkout = createCheckout({ endpoint: 'https://shop.example/pay' })
  checkout.pay('order-1').result.then(({ status, error }) => console.log(checkout.platform, status, error.code))`

describe('the built index door', () => {
  it('is imported by Node, and answers that nothing can be paid there', () => {
    expect(run(`import { createCheckout } from 'isopay';${unsupported}`, 'module')).toBe('server failed unsupported')
  })

  it('is required by Node', () => {
    expect(run(`const { createCheckout } = require('isopay');${unsupported}`, 'commonjs')).toBe(
      'server failed unsupported',
    )
  })

  it.each([
    ['module', "import { createCheckout } from 'isopay'"],
    ['commonjs', "const { createCheckout } = require('isopay')"],
  ] as const)('reaches a server through its own ky, as %s', (type, load) => {
    const page = `const target = new EventTarget(); const listen = target.addEventListener.bind(target)
      Object.assign(globalThis, { window: globalThis, addEventListener: listen, removeEventListener: listen })
      globalThis.document = { createElement() {}, addEventListener: listen, removeEventListener: listen, visibilityState: 'visible' }
      globalThis.location = { href: 'https://shop.example/' }
      Object.defineProperty(globalThis, 'navigator', { value: { userAgent: 'Mobile Safari' } })
      globalThis.fetch = async ({ url }) => { console.log(url); process.exit() }`
    const pay = "createCheckout({ endpoint: 'https://shop.example/pay' }).pay('order-1')"
    expect(run(`${load};${page};${pay}`, type)).toBe('https://shop.example/pay/prepare')
  })

  it('leaves nothing running: the process ends by itself', () => {
    expect(
      run(
        `import 'isopay'; console.log(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length)`,
        'module',
      ),
    ).toBe('0')
  })

  it('adds no global', () => {
    const code = `const before = Object.keys(Object.getOwnPropertyDescriptors(globalThis)).length; await import('isopay')
      console.log(Object.keys(Object.getOwnPropertyDescriptors(globalThis)).length - before)`
    expect(run(code, 'module')).toBe('0')
  })

  it('is safe in a worker', async () => {
    const worker = new Worker(
      `import('isopay').then(({ createCheckout, detect }) => {
        createCheckout({ endpoint: 'https://shop.example/pay' })
        require('node:worker_threads').parentPort.postMessage(detect().platform)
      })`,
      { eval: true },
    )
    expect(await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))).toBe('server')
  })

  it('is safe in a context with no globals at all', async () => {
    const code = readFileSync(join(root, 'dist/isopay.global.js'), 'utf8')
    const platform = vm.runInContext(
      `${code};Isopay.createCheckout({ endpoint: 'https://shop.example/pay' }).pay('order-1').result.then((result) => result.status + ' ' + result.error.code)`,
      vm.createContext({}),
    )
    expect(await platform).toBe('failed unsupported')
  })
})
