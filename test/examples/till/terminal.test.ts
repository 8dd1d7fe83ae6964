/** The terminal till, as a process of its own with a pipe for a keyboard. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Market, openMarket, until } from '../merchant/market.ts'

const root = join(import.meta.dirname, '../../..')

let market: Market
beforeAll(async () => {
  market = await openMarket()
})
afterAll(() => market.stop())

const startTerminal = () => {
  const folder = mkdtempSync(join(tmpdir(), 'isopay-terminal-'))
  const env = { ...process.env, MERCHANT: market.merchant.origin, DATA_DIR: folder }
  const child = spawn(process.execPath, ['--import', 'tsx', 'examples/till/terminal.ts'], { cwd: root, env })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk
  })
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk
  })
  const type = (line: string) => child.stdin.write(`${line}\n`)
  const says = (words: string) => until(() => said.includes(words))
  return { folder, type, says, said: () => said, kill: () => child.kill('SIGKILL') }
}

it('takes an amount, a code, and says that it is paid; the code is nowhere on the screen', async () => {
  const till = startTerminal()
  await till.says('Amount in yuan')
  till.type('12.50')
  await till.says('Scan the payer’s code')
  const code = await market.phone.showCode('alipay')
  till.type(code)
  await till.says('paid')
  expect(till.said()).toContain('¥12.50')
  expect(till.said()).not.toContain(code)
  expect(readdirSync(till.folder)).toEqual([])
  till.kill()
}, 20_000)

it('reverses what the payer does not confirm', async () => {
  market.wallets.faults.passwordAbove = 0
  const till = startTerminal()
  await till.says('Amount in yuan')
  till.type('8')
  await till.says('Scan the payer’s code')
  till.type(await market.phone.showCode('alipay'))
  await till.says('The payer types')
  till.type('r')
  await till.says('closed')
  till.kill()
}, 20_000)

it('says why nothing is charged', async () => {
  const till = startTerminal()
  await till.says('Amount in yuan')
  till.type('8')
  await till.says('Scan the payer’s code')
  till.type('13456789012345678')
  await till.says('a code of WeChat has 18 digits, this has 17')
  till.kill()
}, 20_000)
