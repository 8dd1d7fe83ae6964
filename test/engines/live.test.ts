/** What WeChat's packer makes of the package, in every engine, with the answers of the real merchant and wallets. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTown, type Town } from '../../examples/play/town.ts'
import { engines } from './engines.ts'
import { buildNpm } from './packed.ts'
import { newPayer, open } from './payer.ts'

const { folder, drop } = await buildNpm()
const code = readFileSync(join(folder, 'index.js'), 'utf8')
const dataDir = mkdtempSync(join(tmpdir(), 'isopay-live-'))
let town: Town
beforeAll(async () => {
  town = await openTown({ dataDir })
})
afterAll(async () => {
  drop()
  await town.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const paidOnce = { charges: 1, status: 'paid' }
const unpaid = { charges: 0, status: 'pending' }

describe.each(engines)('in %s', (_name, bare) => {
  describe.each(['wechat', 'alipay'] as const)('%s', (wallet) => {
    const enter = (payer = newPayer(), entry = {}) => open(town, wallet, { bare, code }, payer, entry)

    it('is paid, once, and keeps nothing', async () => {
      const { tap, ended, books, payer } = await enter()
      const id = tap()
      expect(await ended()).toEqual({ status: 'paid' })
      expect([await books(id), payer.invoked, payer.phone.kept]).toEqual([paidOnce, 1, []])
    })

    it('is cancelled where the payer turns back, and paid when he comes again, under the same id', async () => {
      const { tap, ended, books, payer } = await enter({ ...newPayer(), taps: 'cancel' })
      const id = tap()
      expect(await ended()).toEqual({ status: 'cancelled', code: 'cancelled' })
      expect(await books(id)).toEqual(unpaid)
      payer.taps = 'pay'
      expect(tap()).toBe(id)
      expect([await ended(), await books(id), payer.invoked]).toEqual([{ status: 'paid' }, paidOnce, 2])
    })

    it('stays pending where the wallet refuses, for it is not the wallet that says so', async () => {
      const { tap, ended, books } = await enter({ ...newPayer(), forged: true }, { deadlineMs: 3_000 })
      const id = tap()
      expect(await ended()).toEqual({ status: 'pending', code: 'wallet_failed' })
      expect(await books(id)).toEqual(unpaid)
    })

    it('is found paid after it was killed with the wallet in front, and not invoked again', async () => {
      let approve: (tap: 'pay') => void = () => {}
      const taps = new Promise<'pay'>((resolve) => {
        approve = resolve
      })
      const before = await enter({ ...newPayer(), taps })
      const id = before.tap()
      await before.reaches('invoking')
      before.kill()
      approve('pay')
      await expect.poll(() => town.wallets.ledger.taken(id), { timeout: 5_000 }).toBe(1)
      const after = await enter(before.payer, { order: before.order })
      expect(after.resume()).toBe(id)
      expect([await after.ended(), await after.books(id), after.payer.invoked]).toEqual([
        { status: 'paid' },
        paidOnce,
        1,
      ])
    })

    it('waits without a network, invokes nothing, and pays when there is one', async () => {
      const { tap, ended, evaluate, books, payer, fire } = await enter({ ...newPayer(), online: false })
      const id = tap()
      await sleep(300)
      expect([evaluate('ended'), payer.invoked]).toEqual([null, 0])
      payer.online = true
      fire('NetworkStatusChange', { isConnected: true })
      expect([await ended(), await books(id), payer.invoked]).toEqual([{ status: 'paid' }, paidOnce, 1])
    })

    it('is one payment, however often the payer taps, and from however many pages', async () => {
      const { tap, create, ended, books, payer } = await enter()
      const ids = [tap(), tap()]
      create()
      ids.push(tap())
      expect(await ended()).toEqual({ status: 'paid' })
      const [id = ''] = ids
      expect([new Set(ids).size, await books(id), payer.invoked]).toEqual([1, paidOnce, 1])
    })
  })
})
