import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Wallets } from '../../../examples/wallets/wallets.ts'
import { newDataDir, open, startListener, until } from './merchant.ts'
import { pay, scan } from './payer.ts'
import { number, shopAt } from './wechat/shop.ts'

describe('the ledger', () => {
  const running: Wallets[] = []
  afterEach(async () => {
    for (const wallets of running.splice(0)) await wallets.stop()
  })

  const start = async (dataDir: string) => {
    const wallets = await open({ dataDir })
    running.push(wallets)
    return wallets
  }
  const buy = async (wallets: Wallets, notify_url: string) => {
    const { data } = await shopAt(wallets.accounts.wechat).native({ notify_url })
    const { offer } = await scan(wallets.origin, 'wechat', data.code_url ?? '')
    await pay(wallets.origin, 'wechat', offer)
    return offer
  }

  it('survives a restart: accounts, orders, money', async () => {
    const dataDir = newDataDir()
    const before = await start(dataDir)
    const offer = await buy(before, 'http://127.0.0.1:9/notify')
    await shopAt(before.accounts.wechat).refund('r1', 100)
    await before.stop()
    running.splice(0)

    const after = await start(dataDir)
    expect(after.accounts.wechat).toEqual({ ...before.accounts.wechat, gateway: `${after.origin}/wechat` })
    expect([after.ledger.taken(number), after.ledger.returned(number)]).toEqual([1, 100])
    expect((await pay(after.origin, 'wechat', offer)).refused).toContain('订单已支付')
  })

  it('leaves no half-written file', async () => {
    const dataDir = newDataDir()
    await buy(await start(dataDir), 'http://127.0.0.1:9/notify')
    expect(existsSync(join(dataDir, 'ledger.json'))).toBe(true)
    expect(existsSync(join(dataDir, 'ledger.json.half'))).toBe(false)
  })

  it('takes up a notification again that a restart cut off', async () => {
    const dataDir = newDataDir()
    const listener = await startListener()
    const before = await start(dataDir)
    Object.assign(before.faults, { notification: 'late', lateMs: 60_000 })
    await buy(before, listener.url)
    await before.stop()
    running.splice(0)

    await start(dataDir)
    await until(() => listener.received.length === 1)
    await listener.stop()
  })

  it('counts each number by itself', async () => {
    const wallets = await start(newDataDir())
    await buy(wallets, 'http://127.0.0.1:9/notify')
    expect([wallets.ledger.taken(number), wallets.ledger.taken('neverOrdered')]).toEqual([1, 0])
  })
})
