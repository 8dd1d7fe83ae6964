// @vitest-environment happy-dom
import ts from 'typescript'
import { describe, expect, it, vi } from 'vitest'
import { type Code, codes } from '../../src/core/errors.ts'
import { createCheckout } from '../../src/index.ts'
import { places } from '../../src/platforms/everywhere.ts'
import { adviceEn } from './advice-en.ts'
import { adviceZh } from './advice-zh.ts'
import { contractPage } from './contract-page.ts'
import { machineDiagram } from './diagram.ts'
import { read } from './pages.ts'
import { printed } from './printed.ts'
import { table } from './table.ts'

const files = ['README.md', 'README.zh-CN.md'] as const

const placeTable = (): string =>
  table(
    ['place', 'channels, best first'],
    places.map(({ name, channels }) => [`\`${name}\``, channels.map(({ kind }) => `\`${kind}\``).join(' · ')]),
  )

const kinds = Object.keys(codes) as Code[]
const named = (code: Code) => `<a id="${code}"></a>\`${code}\``

const errorTables: Readonly<Record<(typeof files)[number], string>> = {
  'README.md': table(
    ['code', 'retry', 'meaning', 'what to do'],
    kinds.map((code) => [named(code), ...codes[code], adviceEn[code]]),
  ),
  'README.zh-CN.md': table(
    ['代码', '重试', '含义', '怎么办'],
    kinds.map((code) => [named(code), codes[code][0], ...adviceZh[code]]),
  ),
}

describe.each(files)('%s', (file) => {
  it('prints the places and their channels, best first, as the code has them', () => {
    expect(printed(file, 'places', placeTable())).toBe(placeTable())
  })

  it('prints every error as the code has it', () => {
    expect(printed(file, 'errors', errorTables[file])).toBe(errorTables[file])
  })

  it('prints the contract as the schemas have it', () => {
    expect(printed(file, 'contract', contractPage[file])).toBe(contractPage[file])
  })

  it('names the two commands that do everything', () => {
    for (const command of ['npm ci && npm start', 'npm ci && npm test']) expect(read(file)).toContain(command)
  })
})

it('draws the machine as its table is', () => {
  expect(printed('CONTRIBUTING.md', 'machine', machineDiagram())).toBe(machineDiagram())
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
