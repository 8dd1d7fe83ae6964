/** The shop's mini program, as built, against the real shop, merchant and wallets. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { charges, merchantSays } from '../../../examples/play/books.ts'
import { noCalls } from '../../../examples/play/device.ts'
import { payInMiniProgram } from '../../../examples/play/mini-program.ts'
import { openTown, type Town } from '../../../examples/play/town.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'isopay-mini-'))
let town: Town
beforeAll(async () => {
  town = await openTown({ dataDir })
})
afterEach(() => {
  town.wallets.faults.bridge = 'honest'
})
afterAll(async () => {
  await town.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

describe.each(['wechat', 'alipay'] as const)('%s', (wallet) => {
  it('pays once, by two calls, and in the merchant’s books', async () => {
    const calls = noCalls()
    expect(await payInMiniProgram(town, wallet, calls)).toBe('paid')
    expect(calls).toMatchObject({ platform: `${wallet}-mini`, channel: `${wallet}.mini`, requests: 2 })
    expect(charges(town, calls)).toBe(1)
    expect(await merchantSays(town, calls)).toMatchObject({ status: 'paid', paidBy: calls.payment })
  })

  it('is paid where the wallet says that it failed, and took the money', async () => {
    town.wallets.faults.bridge = 'payment-without-ok'
    const calls = noCalls()
    expect(await payInMiniProgram(town, wallet, calls)).toBe('paid')
    expect(charges(town, calls)).toBe(1)
  })

  it('is cancelled where the payer turns back, and no money moves', async () => {
    const calls = noCalls()
    expect(await payInMiniProgram(town, wallet, calls, 'cancel')).toBe('cancelled')
    expect(charges(town, calls)).toBe(0)
  })
})
