/** One town and one Chromium for a file of tests, and payers with devices of their own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { vi } from 'vitest'
import { charges, merchantSays } from '../../../examples/play/books.ts'
import { buildIfMissing } from '../../../examples/play/build.ts'
import { startChromium } from '../../../examples/play/chromium.ts'
import { type Calls, closeDevice, type Device, noCalls, openDevice, type Shape } from '../../../examples/play/device.ts'
import { buy, confirm, photograph, scan } from '../../../examples/play/payer.ts'
import { openTown } from '../../../examples/play/town.ts'
import { noFaults } from '../../../examples/wallets/faults.ts'
import type { Wallet } from '../../../examples/wallets/ledger.ts'
import type { PlaceName } from '../../../examples/wallets/places.ts'

/** A browser on a busy machine takes its time. */
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 })

/** `complaints` are what a page's console says of errors, and each breach of its policy. */
export interface Payer extends Device {
  calls: Calls
  complaints: string[]
}

const hear = (page: Page, complaints: string[]) => {
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()))
}

export type Scene = Awaited<ReturnType<typeof openScene>>

export const openScene = async () => {
  await buildIfMissing()
  const chromium = await startChromium()
  const dataDir = mkdtempSync(join(tmpdir(), 'isopay-scene-'))
  const town = await openTown({ dataDir })
  const devices: Device[] = []
  const { wallets } = town

  const payer = async (shape: Shape, calls = noCalls()): Promise<Payer> => {
    const device = await openDevice(chromium, shape, calls)
    devices.push(device)
    const complaints: string[] = []
    device.context.on('page', (page) => hear(page, complaints))
    hear(device.page, complaints)
    await device.context.exposeBinding('complain', (_, words: string) => complaints.push(words))
    await device.context.addInitScript(`addEventListener('securitypolicyviolation',
      ({ violatedDirective, blockedURI }) => complain(violatedDirective + ' ' + blockedURI))`)
    return { ...device, calls, complaints }
  }

  /** Somebody who has bought there and stands at the checkout. */
  const buyer = async (place: PlaceName | 'pc'): Promise<Payer> => {
    const shopper = await payer(place === 'pc' || place === 'wechat-desktop' ? 'pc' : 'phone')
    await shopper.page.goto(`${place === 'pc' ? town.shop.origin : town.places[place]}/`)
    await buy(shopper.page)
    return shopper
  }

  return {
    town,
    payer,
    buyer,
    /** Scans what a screen shows with another device, and pays there. */
    payByPhone: async (wallet: Wallet, screen: Page) => {
      const phone = await payer('phone')
      await scan(phone.page, wallets.origin, wallet, await photograph(screen))
      await confirm(phone.page)
    },
    /** How often money was taken, and the merchant's word. */
    books: async ({ calls }: Pick<Payer, 'calls'>) => {
      const { status } = await merchantSays(town, calls)
      return { charges: charges(town, calls), status }
    },
    /** Between tests: everybody is honest again, and nobody is there. */
    clear: async () => {
      Object.assign(wallets.faults, noFaults())
      for (const device of devices.splice(0)) await closeDevice(device)
    },
    stop: async () => {
      await chromium.close()
      await town.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export const orderOf = ({ page }: Pick<Payer, 'page'>): string => new URL(page.url()).searchParams.get('order') ?? ''

export const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms))

export const unpaid = { charges: 0, status: 'pending' }
export const paidOnce = { charges: 1, status: 'paid' }
