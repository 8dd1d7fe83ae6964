// @vitest-environment happy-dom
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it, vi } from 'vitest'
import { codes } from '../../src/core/errors.ts'
import { createCheckout } from '../../src/index.ts'
import { places } from '../../src/platforms/everywhere.ts'
import { contractPage } from './contract-page.ts'
import { machineDiagram } from './diagram.ts'
import { table } from './table.ts'

const path = (name: string) => join(import.meta.dirname, '../..', name)
const read = (name: string) => readFileSync(path(name), 'utf8')
const files = ['README.md', 'README.zh-CN.md'] as const

const placeTable = (): string =>
  table(
    ['place', 'channels, best first'],
    places.map(({ name, channels }) => [`\`${name}\``, channels.map(({ kind }) => `\`${kind}\``).join(' · ')]),
  )

const errorTable = (): string =>
  table(
    ['code', 'retry', 'meaning'],
    Object.entries(codes).map(([code, [retry, text]]) => [`<a id="${code}"></a>\`${code}\``, retry, text]),
  )

const blockOf = (name: string) => new RegExp(`(<!-- ${name} -->\n)([\\s\\S]*?)(<!-- /${name} -->)`)
const blockIn = (text: string, name: string): string => blockOf(name).exec(text)?.[2] ?? ''

/** `npm run docs` writes what this test compares. */
const print = (file: string, name: string, text: string): void => {
  if (process.env.PRINT_DOCS)
    writeFileSync(
      path(file),
      read(file).replace(blockOf(name), (_, open, __, close) => open + text + close),
    )
}

describe.each(files)('%s', (file) => {
  it('prints the places and their channels, best first, as the code has them', () => {
    print(file, 'places', placeTable())
    expect(blockIn(read(file), 'places')).toBe(placeTable())
  })

  it('prints every error as the code has it', () => {
    print(file, 'errors', errorTable())
    expect(blockIn(read(file), 'errors')).toBe(errorTable())
  })

  it('prints the contract as the schemas have it', () => {
    print(file, 'contract', contractPage[file])
    expect(blockIn(read(file), 'contract')).toBe(contractPage[file])
  })

  it('names the two commands that do everything', () => {
    for (const command of ['npm ci && npm start', 'npm ci && npm test']) expect(read(file)).toContain(command)
  })
})

it('draws the machine as its table is', () => {
  print('CONTRIBUTING.md', 'machine', machineDiagram())
  expect(blockIn(read('CONTRIBUTING.md'), 'machine')).toBe(machineDiagram())
})

it('has the same code in both languages', () => {
  const codeIn = (file: string) =>
    [...read(file).matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code?.replace(/ *\/\/.*$/gm, ''))
  expect(codeIn('README.zh-CN.md')).toEqual(codeIn('README.md'))
})

describe('the example', () => {
  const code = /```ts\n([\s\S]*?)```/.exec(read('README.md'))?.[1] ?? ''

  it('is 15 lines', () => {
    expect(code.trim().split('\n')).toHaveLength(15)
  })

  it('pays', async () => {
    document.body.innerHTML = '<button id="pay"></button><p id="status"></p>'
    vi.stubGlobal('navigator', { userAgent: 'MicroMessenger/8.0.50', maxTouchPoints: 5 })
    vi.stubGlobal('WeixinJSBridge', {
      invoke: (_: string, __: object, answer: (raw: object) => void) =>
        answer({ err_msg: 'get_brand_wcpay_request:ok' }),
    })
    const params = { timeStamp: '1764000000', nonceStr: 'n', package: 'prepay_id=1', signType: 'RSA', paySign: 's' }
    const action = { kind: 'wechat.bridge', appId: 'wx0123456789abcdef', ...params }
    const answers: Record<string, object> = { prepare: { expiresInSeconds: 300, action }, status: { status: 'paid' } }
    vi.stubGlobal('fetch', async (request: Request) => {
      const { payment, order, nonce } = (await request.json()) as Record<string, unknown>
      const said = answers[request.url.slice(request.url.lastIndexOf('/') + 1)]
      return Response.json({ payment, order, nonce, amount: { value: 990, currency: 'CNY' }, ...said })
    })
    const pay = document.querySelector<HTMLButtonElement>('#pay')
    const script = ts.transpile(code.replace(/^import.*$/m, ''), { target: ts.ScriptTarget.ES2022 })
    new Function('pay', 'createCheckout', script)(pay, (options: object) =>
      createCheckout({ ...options, endpoint: 'https://shop.example/pay' }),
    )
    pay?.click()
    await vi.waitFor(() => expect(document.querySelector('#status')?.textContent).toBe('paid'))
  })
})
