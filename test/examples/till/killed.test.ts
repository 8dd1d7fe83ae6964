/**
 * Tills that are killed at any moment charge an order once or not at all, and the desk says which.
 * `npm run kill` makes 1,000 runs of it; `KILL_RUNS` and `KILL_SEED` say how many, and from where.
 */
import { expect, it } from 'vitest'
import { chanceFrom } from '../../../src/testing/chance.ts'
import { openMarket } from '../merchant/market.ts'
import { buildTeller, type Outcome, runOnce } from './killing.ts'

const runs = Number(process.env.KILL_RUNS ?? 12)
const first = Number(process.env.KILL_SEED ?? 1)
const atOnce = 4

it(
  'one charge or none, and the desk says which',
  async () => {
    const codeSeconds = { wechat: 2, alipay: 2 }
    const [teller, market] = [await buildTeller(), await openMarket({ codeSeconds, reverseAfterSeconds: 0 })]
    const chance = chanceFrom(first)
    const weather = setInterval(() => {
      market.wallets.faults.code = chance() < 0.15 ? 'system-error' : chance() < 0.2 ? 'system-error-unpaid' : 'normal'
    }, 100)
    const outcomes: Outcome[] = []
    let next = first
    const worker = async () => {
      while (next < first + runs) outcomes.push(await runOnce(market, teller, next++))
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
    clearInterval(weather)
    await market.stop()

    const count = (holds: (outcome: Outcome) => boolean) => outcomes.filter(holds).length
    console.log(
      `${runs} runs, ${outcomes.reduce((sum, { kills }) => sum + kills, 0)} kills: ${count(({ kept }) => kept > 1)} double, ` +
        `${count(({ kept, word }) => kept === 1 && word !== 'paid')} lost, ${count(({ kept }) => kept === 1)} paid once`,
    )
    for (const { kept, word, story } of outcomes) {
      expect([0, 1], story).toContain(kept)
      expect(word === 'paid', story).toBe(kept === 1)
      expect(['paid', 'closed', 'failed'], story).toContain(word)
    }
    expect(count(({ kept }) => kept === 1)).toBeGreaterThan(0)
    expect(count(({ kills }) => kills > 0)).toBeGreaterThan(0)
  },
  runs * 5_000 + 60_000,
)
