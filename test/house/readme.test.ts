// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { actions, answers, requests } from '../../src/contract/schemas.ts'
import { type Code, codes } from '../../src/core/errors.ts'
import { createCheckout } from '../../src/index.ts'
import { places } from '../../src/platforms/everywhere.ts'
import { adviceEn } from './advice-en.ts'
import { adviceZh } from './advice-zh.ts'
import { callsPage, contractPage } from './contract-page.ts'
import { machineDiagram } from './diagram.ts'
import { read } from './pages.ts'
import { printed } from './printed.ts'
import { run } from './stands.ts'
import { table } from './table.ts'

const files = ['README.md', 'README.zh-CN.md'] as const

/** The most general place first: what is recognised is the other way round. */
const placeTable = (heading: readonly string[]): string =>
  table(
    heading,
    [...places]
      .reverse()
      .map(({ name, channels }) => [`\`${name}\``, channels.map(({ kind }) => `\`${kind}\``).join(' · ') || '–']),
  )

const placeTables = {
  'README.md': placeTable(['place', 'channels, best first']),
  'README.zh-CN.md': placeTable(['运行环境', '支付方式，优先的在前']),
}

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
    expect(printed(file, 'places', placeTables[file])).toBe(placeTables[file])
  })

  it('prints every error as the code has it', () => {
    expect(printed(file, 'errors', errorTables[file])).toBe(errorTables[file])
  })

  it('prints the three calls as the schemas have them', () => {
    expect(printed(file, 'calls', callsPage[file])).toBe(callsPage[file])
  })

  it('names the two commands that do everything', () => {
    for (const command of ['npm ci && npm start', 'npm ci && npm test']) expect(read(file)).toContain(command)
  })
})

it.each(Object.entries(contractPage))('%s prints the contract as the schemas have it', (file, text) => {
  expect(printed(file, 'contract', text)).toBe(text)
})

it('draws the machine as its table is', () => {
  expect(printed('CONTRIBUTING.md', 'machine', machineDiagram())).toBe(machineDiagram())
})

describe('the examples on the first screen', () => {
  const code = /```ts\n([\s\S]*?)```/.exec(read('README.md'))?.[1] ?? ''
  const http = /```http\n([\s\S]*?)```/.exec(read('README.md'))?.[1] ?? ''
  const [asked, offers, asks, tells] = [...http.matchAll(/^\{[\s\S]*?\}$/gm)].map(([json]) => JSON.parse(json))

  it('are short', () => {
    expect(code.trim().split('\n').length).toBeLessThanOrEqual(10)
    expect(http.trim().split('\n').length).toBeLessThanOrEqual(15)
  })

  it('ask and answer within the contract, about one payment', () => {
    expect(requests.prepareRequest.parse(asked)).toEqual(asked)
    expect(answers.prepared.loose().parse(offers)).toEqual({ ...offers, action: { kind: 'wechat.bridge' } })
    expect(actions['wechat.bridge'].parse(offers.action)).toEqual(offers.action)
    expect(requests.statusRequest.parse(asks)).toEqual(asks)
    expect(answers.statusAnswer.parse(tells)).toEqual(tells)
    expect(new Set([asked, offers, asks, tells].map(({ payment, order }) => payment + order)).size).toBe(1)
  })

  it('pay, the page with the server', async () => {
    vi.stubGlobal('navigator', { userAgent: 'MicroMessenger/8.0.50', maxTouchPoints: 5 })
    vi.stubGlobal('WeixinJSBridge', {
      invoke: (_: string, __: object, answer: (raw: object) => void) =>
        answer({ err_msg: 'get_brand_wcpay_request:ok' }),
    })
    vi.stubGlobal('fetch', async (request: Request) => {
      const { payment, order, nonce } = (await request.json()) as Record<string, unknown>
      return Response.json({ ...(request.url.endsWith('prepare') ? offers : tells), payment, order, nonce })
    })
    const [pay, message] = [document.createElement('button'), document.createElement('p')]
    const createInShop = (options: object) => createCheckout({ ...options, endpoint: 'https://shop.example/pay' })
    run(code, { pay, message, createCheckout: createInShop })
    pay.click()
    await vi.waitFor(() => expect(message.textContent).toBe('paid'))
  })
})
