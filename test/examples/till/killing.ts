/** Tills that are killed at any moment, against the real merchant and wallets: what money moved, and what the desk said. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'tsup'
import { chanceFrom } from '../../../src/testing/chance.ts'
import { type Market, send } from '../merchant/market.ts'

type Chance = ReturnType<typeof chanceFrom>

/** One file, so that a process is there in a tenth of a second. */
export const buildTeller = async (): Promise<string> => {
  const outDir = mkdtempSync(join(tmpdir(), 'isopay-teller-'))
  const entry = { teller: join(import.meta.dirname, 'teller.ts') }
  const outExtension = () => ({ js: '.mjs' })
  await build({ entry, outDir, outExtension, format: ['esm'], target: 'node20', config: false, silent: true })
  return join(outDir, 'teller.mjs')
}

interface Till {
  readonly child: ChildProcess
  readonly steps: string[]
  readonly ended: Promise<void>
  /** Calls `work` at a step, or at once for ''. */
  readonly at: (step: string, work: () => void) => void
}

const startTill = (teller: string, args: readonly string[]): Till => {
  const child = spawn(process.execPath, [teller, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const steps: string[] = []
  const waiting = new Map<string, () => void>()
  createInterface({ input: child.stdout }).on('line', (step) => {
    steps.push(step)
    waiting.get(step)?.()
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return { child, steps, ended, at: (step, work) => (step === '' ? work() : void waiting.set(step, work)) }
}

const moments = ['', '', 'ready', 'ready', 'taken', 'taken', 'never'] as const

/** Soon after a step: most of what can break lies within milliseconds of it. */
const killAtRandom = async (till: Till, chance: Chance): Promise<boolean> => {
  const moment = moments[Math.floor(chance() * moments.length)] ?? ''
  const delayMs = chance() * (chance() < 0.6 ? 25 : 250)
  let killed = false
  till.at(moment, () =>
    setTimeout(() => {
      killed = till.child.kill('SIGKILL')
    }, delayMs).unref(),
  )
  await till.ended
  return killed
}

/** A payer who is asked for the password and types it, or does not. */
const payer = async ({ phone }: Market, wallet: string, code: string, chance: Chance) => {
  const types = chance() < 0.6
  await new Promise((done) => setTimeout(done, 50 + chance() * 1_500))
  const { offer } = await phone.seeCode(wallet, code)
  if (types && offer !== '') await phone.pay(wallet, offer)
}

export interface Outcome {
  readonly kept: number
  readonly word: string
  readonly kills: number
  readonly story: string
}

/** One order at one counter: tills are killed up to three times, then one is left to say what became of it. */
export const runOnce = async (market: Market, teller: string, seed: number): Promise<Outcome> => {
  const chance = chanceFrom(seed)
  const wallet = chance() < 0.5 ? 'wechat' : 'alipay'
  const value = chance() < 0.5 ? 990 : 200_000
  const title = `run ${seed}`
  const { body } = await send(`${market.merchant.origin}/orders`, { title, value })
  const folder = mkdtempSync(join(tmpdir(), 'isopay-till-'))
  const story: string[] = []
  const payers: Promise<void>[] = []
  const start = async () => {
    const code = await market.phone.showCode(wallet)
    payers.push(payer(market, wallet, code, chance))
    return startTill(teller, [`${market.merchant.origin}/pay`, folder, String(body.order), code])
  }
  let kills = 0
  for (let left = Math.floor(chance() * 4); left > 0; left -= 1) {
    const tills = chance() < 0.25 ? [await start(), await start()] : [await start()]
    const killed = await Promise.all(tills.map((till) => killAtRandom(till, chance)))
    kills += killed.filter(Boolean).length
    story.push(...tills.map(({ steps }, index) => `${steps.join(' ')}${killed[index] ? ' KILLED' : ''}`))
  }
  const last = await start()
  await last.ended
  story.push(last.steps.join(' '))
  await Promise.all(payers)
  const word = (last.steps.at(-1) ?? '').replace('word ', '')
  return { kept: kept(market, title) / value, word, kills, story: `${seed} ${wallet} ${value}: ${story.join(' | ')}` }
}

const kept = ({ wallets: { ledger } }: Market, title: string): number => {
  const numbers = new Set(
    ledger
      .trades()
      .filter((trade) => trade.title === title)
      .map(({ number }) => number),
  )
  const taken = ledger.payments().filter(({ number }) => numbers.has(number))
  const back = [...numbers].reduce((sum, number) => sum + ledger.returned(number), 0)
  return taken.reduce((sum, payment) => sum + payment.value, 0) - back
}
