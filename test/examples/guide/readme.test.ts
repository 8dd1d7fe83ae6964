/** What the guide says is what its servers do: each exchange is sent, its SQL is run, its code is the files. */
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPglite } from '../../../examples/merchant/pglite.ts'
import { send, until } from '../merchant/market.ts'
import { frameworks, openShop, type Shop } from './street.ts'

const folder = new URL('../../../examples/guide/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const files = ['README.md', 'README.zh-CN.md'] as const

const fences = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, body = '']) => body)

/** A line that the payer pays at, or a question and its answer. */
type Step = 'pays' | { path: string; question: string; http: number; answer: string }

const stepOf = (exchange: string): Step => {
  const [, path = '', question = '', http, answer = ''] =
    /^POST (\S+)\n\n([\s\S]*?)\n\n(\d{3})\n\n([\s\S]*)$/.exec(exchange) ?? []
  return { path, question, http: Number(http), answer }
}

const stepsIn = (text: string): Step[] =>
  [...text.matchAll(/<!-- pays -->|```http\n([\s\S]*?)```/g)].map(([, exchange]) =>
    exchange === undefined ? 'pays' : stepOf(exchange),
  )

/** `…` stands for whatever comes there; seconds count down. */
const asWritten = (value: unknown, name = ''): unknown => {
  if (typeof value === 'string' && value.endsWith('…')) return expect.stringContaining(value.slice(0, -1))
  if (name === 'expiresInSeconds') return expect.any(Number)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, asWritten(field, key)]))
}

const play = async (shop: Shop, steps: readonly Step[]) => {
  const [order, other] = [await shop.order(), await shop.order()]
  const filled = (text: string): unknown => JSON.parse(text.replaceAll('{order}', order).replaceAll('{other}', other))
  let content: unknown
  for (const step of steps) {
    if (step === 'pays') {
      await shop.phone.scanAndPay('wechat', content)
      await until(() => shop.wallets.ledger.payments().some(({ told }) => told))
      continue
    }
    const { http, body } = await send(shop.origin + step.path, filled(step.question))
    expect({ http, body }, step.question).toEqual({ http: step.http, body: asWritten(filled(step.answer)) })
    content ??= body.action?.content
  }
}

const fileBlock = (name: string) => `\`\`\`ts\n${read(`${name}.ts`)}\`\`\`\n`
const blockOf = (name: string) => new RegExp(`(<!-- ${name} -->\n)([\\s\\S]*?)(<!-- /${name} -->)`)

describe.each(files)('%s', (file) => {
  it.each(['counter', 'hono', 'express'])('shows %s.ts as it is', (name) => {
    const block = fileBlock(name)
    const printed = (text: string) => text.replace(blockOf(name), (_, open, __, close) => open + block + close)
    if (process.env.PRINT_DOCS) writeFileSync(new URL(file, folder), printed(read(file)))
    expect(blockOf(name).exec(read(file))?.[2]).toBe(block)
  })

  it('has links that lead somewhere', () => {
    for (const [, link = ''] of read(file).matchAll(/\]\(([^)]+)\)/g))
      expect(() => readFileSync(new URL(link.replace(/merchant$/, 'merchant/merchant.ts'), folder)), link).not.toThrow()
  })
})

describe.each(frameworks)('with %s', (framework) => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop(framework)
  })
  afterAll(() => shop.stop())

  it('answers each exchange of the guide as it is written there', async () => {
    const steps = stepsIn(read('README.md'))
    expect(steps.length).toBeGreaterThan(7)
    await play(shop, steps)
  })
})

it('is the same in both languages, but for the words', () => {
  const sql = (file: string) => fences(read(file), 'sql').map((text) => text.replace(/ +--.*$/gm, ''))
  expect(stepsIn(read('README.zh-CN.md'))).toEqual(stepsIn(read('README.md')))
  expect(sql('README.zh-CN.md')).toEqual(sql('README.md'))
})

it('has tables that can be made, and that take an id once', { timeout: 60_000 }, async () => {
  const { sql, stop } = await openPglite(undefined)
  const statements = fences(read('README.md'), 'sql').flatMap((text) => text.split(/;\n/).filter((each) => each.trim()))
  for (const statement of [...statements, `insert into orders (handle, value) values ('a', 990)`]) await sql(statement)
  const insert = `insert into payments (id, order_handle, value) values ($1, 'a', 990) on conflict (id) do nothing returning id`
  const taken = [await sql(insert, ['0'.repeat(32)]), await sql(insert, ['0'.repeat(32)])]
  expect(taken.map((rows) => rows.length)).toEqual([1, 0])
  await stop()
})

/** A file of the guide, and every file of the guide that it is made of. */
const madeOf = (name: string): readonly string[] => {
  const parts = [...read(name).matchAll(/ from '\.\/([\w-]+\.ts)'/g)]
  return [...new Set([name, ...parts.flatMap(([, part = '']) => madeOf(part))])]
}

const linesOf = (name: string) => read(name).trimEnd().split('\n')

describe.each(['hono.ts', 'express.ts'])('the whole server in %s', (name) => {
  it('is under 150 lines, blank ones and comments counted', () => {
    const lines = madeOf(name).flatMap(linesOf)
    console.log(`${name}: ${lines.length} lines, of ${madeOf(name).join(' and ')}`)
    expect(lines.length).toBeLessThan(150)
    expect(lines.filter((line) => line.length > 120)).toEqual([])
  })

  it('takes nothing from elsewhere but packages, and the type of a wallet', () => {
    const taken = madeOf(name).flatMap((file) => [...read(file).matchAll(/^import (.+) from '(\.\.\/.+)'$/gm)])
    for (const [, what, where] of taken) {
      expect(what).toMatch(/^type /)
      expect(where).toBe('../merchant/wallet.ts')
    }
    expect(taken).toHaveLength(2)
  })
})
