import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { noFaults } from '../../../examples/wallets/faults.ts'
import type { Wallets } from '../../../examples/wallets/wallets.ts'
import { shopAt as alipayAt } from './alipay/shop.ts'
import { open, post } from './merchant.ts'
import { shopAt } from './wechat/shop.ts'

describe('faults', () => {
  let wallets: Wallets

  beforeEach(async () => {
    wallets = await open()
  })
  afterEach(() => wallets.stop())

  const set = (wanted: object) => post<{ faults: object }>(`${wallets.origin}/faults`, wanted)

  it('are none at first', async () => {
    const { faults } = (await (await fetch(`${wallets.origin}/faults`)).json()) as { faults: object }
    expect(faults).toEqual(noFaults())
  })

  it('are set over HTTP, each by itself', async () => {
    await set({ bridge: 'silent' })
    await set({ notification: 'late', lateMs: '200' })
    expect(wallets.faults).toEqual({ ...noFaults(), notification: 'late', lateMs: 200, bridge: 'silent' })
  })

  it.each([
    { bridge: 'honest?' },
    { notification: 1 },
    { lateMs: -1 },
    { lateMs: 'soon' },
    { code: 'lost' },
    { passwordAbove: -1 },
  ])('are refused, and stay as they were, for %j', async (wanted) => {
    const before = { ...wallets.faults }
    expect((await set(wanted)).faults).toEqual(before)
    expect(wallets.faults).toEqual(before)
  })

  it('take down queries alone, at both wallets, with 503', async () => {
    const { native, query } = shopAt(wallets.accounts.wechat)
    wallets.faults.query = 'down'
    expect([(await native()).status, (await query()).status]).toEqual([200, 503])
    const alipay = alipayAt(wallets.accounts.alipay)
    await expect(alipay.precreate()).resolves.toMatchObject({ code: '10000' })
    await expect(alipay.query()).rejects.toThrow('503')
  })
})
