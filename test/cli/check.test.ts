/** `isopay check`, as it is typed. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Report } from '../../src/trial/merchant.ts'
import { openStreet } from '../contract/servers/street.ts'
import { words } from '../contract/servers/words.ts'

const root = join(import.meta.dirname, '../..')
const node = ['--import', 'tsx', join(root, 'src/cli.ts')]

interface Ended {
  readonly code: number
  readonly out: string
  readonly progress: string
}

const isopay = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [...node, ...args], (_, out, progress) =>
      resolve({ code: child.exitCode ?? -1, out, progress }),
    )
  })

let street: Awaited<ReturnType<typeof openStreet>>
beforeAll(async () => {
  street = await openStreet()
}, 120_000)
afterAll(() => street.stop())
beforeEach(() => street.stand({}))

/** Without the stand-in wallets: what any shop can ask of its server. */
const check = async (...more: string[]) => {
  const orders = await Promise.all([street.trial.newOrder?.(), street.trial.newOrder?.()])
  // A handle may begin with a dash.
  const named = orders.map((order) => `--order=${order}`)
  return isopay('check', street.endpoint, ...named, '--header', `authorization: ${street.token}`, ...more)
}

it('ends with 0 on the right server, and says what it did not check and why', async () => {
  const { code, out, progress } = await check()
  expect(progress).toContain('✓ R2      same-action\n')
  expect(out).toMatch(/0 broken, \d\d kept, \d\d not checked/)
  expect(out).toContain('underpaid: needs the stand-in wallets (--wallets)')
  expect(code).toBe(0)
})

it('ends with 1 on a server with a fault, and says what was asked, what came, why and what to change', async () => {
  street.stand(words.find(({ caughtBy }) => caughtBy === 'nonce') ?? {})
  const { code, out } = await check('--only', 'nonce')
  expect(out).toContain('✗ nonce: Repeats the nonce of each status')
  expect(out).toMatch(/asked {3}POST http:\/\/127\.0\.0\.1:\d+\/pay\/status \{"payment":"[0-9a-f]{32}"/)
  expect(out).toMatch(/answer {2}HTTP 200 \{/)
  for (const row of ['rule', 'came', 'why', 'change']) expect(out).toContain(`\n    ${row} `)
  expect(code).toBe(1)
})

it('tells the same as JSON, with what it asked', async () => {
  street.stand(words.find(({ caughtBy }) => caughtBy === 'numbers') ?? {})
  const { out } = await check('--only', 'numbers', '--json')
  const { verdicts, broken }: Report = JSON.parse(out)
  expect(broken).toBe(1)
  expect(verdicts).toMatchObject([{ id: 'numbers', rule: 'R8', outcome: 'broken', exchanges: [{}, {}, {}] }])
})

it('shows no header of the shop’s, and no signed parameter', async () => {
  street.stand(words.find(({ caughtBy }) => caughtBy === 'expiry-told') ?? {})
  const { out, progress } = await check('--json')
  expect(out).toContain('\\"kind\\":\\"qr\\",\\"content\\":\\"…\\"')
  expect(out + progress).not.toMatch(/Bearer|weixin:/)
})

it('takes what it could not check for a fault where that is asked for', async () => {
  expect((await check('--only', 'underpaid', '--strict')).code).toBe(1)
})

it('makes its own orders by a command, and gives the order to the others', async () => {
  const order = await street.trial.newOrder?.()
  const made = ['--new-order', `echo ${order}`, '--refund', 'echo $ORDER']
  const { code, progress } = await isopay(
    'check',
    street.endpoint,
    '--only',
    'nonce',
    ...made,
    '--header',
    `authorization: ${street.token}`,
  )
  expect(progress).toBe('✓ status  nonce\n')
  expect(code).toBe(0)
})

it.each([
  ['without a command', [], 'Write: isopay check <endpoint>'],
  ['without an order', ['check', 'http://127.0.0.1:9/pay'], 'Name an order'],
  ['without an address', ['check', 'shop', '--order', 'x'], 'must be an http or https address'],
  [
    'with a password in the address',
    ['check', 'http://me:secret@127.0.0.1:9/pay', '--order', 'x'],
    'send it by --header',
  ],
  ['with an unknown option', ['check', 'http://127.0.0.1:9/pay', '--orders', 'x'], '--orders'],
  ['with an unknown check', ['check', 'http://127.0.0.1:9/pay', '--order', 'x', '--only', 'R9'], 'R9'],
  ['with half a header', ['check', 'http://127.0.0.1:9/pay', '--order', 'x', '--header', 'cookie'], 'name: value'],
  ['where nobody answers', ['check', 'http://127.0.0.1:9/pay', '--order', 'x'], 'cannot be reached'],
  ['with a command that fails', ['check', 'http://127.0.0.1:9/pay', '--new-order', 'exit 3'], 'No order could be made'],
])('ends with 2 %s, and says what to do', async (_, args, said) => {
  const { code, out, progress } = await isopay(...args)
  expect(progress).toContain(said)
  expect([code, out]).toEqual([2, ''])
})

it('ends with 2 where the server does not know the order, or wants to know who asks', async () => {
  const unknown = await isopay('check', street.endpoint, '--order', 'x', '--header', `authorization: ${street.token}`)
  expect([unknown.code, unknown.progress]).toEqual([2, expect.stringContaining('it does not know the order')])
  const nobody = await isopay('check', street.endpoint, '--order', 'x')
  expect([nobody.code, nobody.progress]).toEqual([2, expect.stringContaining('give it --header')])
})

it('is its own manual: every option, every exit code, and a list of the checks', async () => {
  const { out, code } = await isopay('--help')
  const options = [
    'order',
    'new-order',
    'header',
    'platform',
    'accepts',
    'wallet',
    'return-url',
    'timeout',
    'notify-url',
  ]
  const others = ['wallets', 'reprice', 'refund', 'received', 'only', 'strict', 'json', 'list', 'help']
  for (const option of [...options, ...others]) expect(out).toContain(`\n  --${option}`)
  expect(code).toBe(0)
  expect((await isopay('--list')).out).toMatch(/^R4 {6}close-remembered +Remembers a close/m)
})
