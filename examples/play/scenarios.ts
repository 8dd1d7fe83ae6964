/** Every way of paying, as a payer goes it. */
import type { Wallet } from '../wallets/ledger.ts'
import { embed } from './app.ts'
import { type Calls, type Device, heard, noCalls, type Shape } from './device.ts'
import { payInMiniProgram } from './mini-program.ts'
import { approve, beScanned, buy, confirm, photograph, scan, showCode, tap, told, typePassword } from './payer.ts'
import type { Town } from './town.ts'
import { enclose } from './web-view.ts'

export interface Stage {
  town: Town
  device: (shape: Shape) => Promise<Device>
  /** What is asked of the merchant, for those who ask without a browser. */
  calls: Calls
}

/** `platform` and `channel` are what it has to come to; `play` answers what the pages said in the end. */
export interface Scenario {
  scenario: string
  wallet: Wallet
  platform: string
  channel: string
  play: (stage: Stage) => Promise<readonly string[]>
}

type Play = (stage: Stage, wallet: Wallet) => Promise<readonly string[]>

/** The page is opened inside the wallet, which says who pays and slides its sheet over it. */
const officialAccount: Play = async ({ town, device }, wallet) => {
  const { page } = await device('phone')
  await page.goto(`${town.places[wallet]}/`)
  await buy(page)
  await tap(page, wallet)
  await approve(page)
  return [await told(page)]
}

const nativeQr: Play = async ({ town, device }, wallet) => {
  const [pc, phone] = [await device('pc'), await device('phone')]
  await pc.page.goto(`${town.shop.origin}/`)
  await buy(pc.page)
  await tap(pc.page, wallet)
  await scan(phone.page, town.wallets.origin, wallet, await photograph(pc.page))
  await confirm(phone.page)
  return [await told(pc.page)]
}

const fixedQr: Play = async ({ town, device }, wallet) => {
  const [poster, phone] = [await device('pc'), await device('phone')]
  await poster.page.goto(`${town.shop.origin}/fixed`)
  await scan(phone.page, town.wallets.origin, wallet, await photograph(poster.page))
  await phone.page.locator('#value').fill('12.50')
  await tap(phone.page, wallet)
  await approve(phone.page)
  return [await told(phone.page)]
}

/** A label on the shelf holds the address of the product's page. */
const offlineJsapi: Play = async ({ town, device }, wallet) => {
  const [label, phone] = [await device('pc'), await device('phone')]
  await label.page.goto(`${town.shop.origin}/shelf`)
  await scan(phone.page, town.wallets.origin, wallet, await photograph(label.page))
  await buy(phone.page)
  await tap(phone.page, wallet)
  await approve(phone.page)
  return [await told(phone.page)]
}

/** A screen shows the checkout page's own address; the payer goes on in the wallet, and the screen is told, too. */
const linkJsapi: Play = async ({ town, device }, wallet) => {
  const [pc, phone] = [await device('pc'), await device('phone')]
  await pc.page.goto(`${town.shop.origin}/`)
  await buy(pc.page)
  await pc.page.locator('#link').click()
  await scan(phone.page, town.wallets.origin, wallet, await photograph(pc.page, '#page-qr'))
  await tap(phone.page, wallet)
  await approve(phone.page)
  return [await told(phone.page), await told(pc.page)]
}

const h5: Play = async ({ town, device }, wallet) => {
  const { page } = await device('phone')
  await page.goto(`${town.places.phone}/`)
  await buy(page)
  await tap(page, wallet)
  await confirm(page)
  return [await told(page)]
}

/** Above the limit, so that the payer is asked for the password while the cashier waits. */
const paymentCode: Play = async ({ town, device }, wallet) => {
  const [till, phone] = [await device('pc'), await device('phone')]
  await till.page.goto(`${town.till.origin}/`)
  await till.page.locator('#value').fill('1288.00')
  await till.page.locator('#charge').click()
  await till.page.locator('#payment').waitFor()
  await beScanned(till.page, await showCode(phone.page, town.wallets.origin, wallet))
  await typePassword(phone.page)
  await confirm(phone.page)
  return [await told(till.page)]
}

const miniProgram: Play = async ({ town, calls }, wallet) => [await payInMiniProgram(town, wallet, calls)]

/** A page in the mini program's web-view goes to the native page, which pays by a payment of its own; the page finds it paid. */
const hop: Play = async ({ town, device, calls }, wallet) => {
  const { context, page } = await device('phone')
  const native = noCalls()
  await enclose(town, wallet, context, (url, asked, told) => heard(native, url, JSON.parse(asked), told))
  await page.goto(`${town.shop.origin}/`)
  await buy(page)
  await tap(page, wallet)
  const said = await told(page)
  calls.requests += native.requests
  calls.payments.add(native.payment)
  return [said]
}

/** The shop's pages in its own app, whose native side calls the wallet. */
const app: Play = async ({ town, device }, wallet) => {
  const { context, page } = await device('phone')
  await embed(town, context)
  await page.goto(`${town.shop.origin}/`)
  await buy(page)
  await tap(page, wallet)
  return [await told(page)]
}

const byBridge = (wallet: Wallet) => ({ platform: `${wallet}-browser`, channel: `${wallet}.bridge` })
const byCode = () => ({ platform: 'desktop-browser', channel: 'qr' })
const byTill = () => ({ platform: 'till', channel: 'code' })
const byMini = (wallet: Wallet) => ({ platform: `${wallet}-mini`, channel: `${wallet}.mini` })
const byHop = (wallet: Wallet) => ({ platform: `${wallet}-webview`, channel: `${wallet}.hop` })
const byApp = () => ({ platform: 'app-webview', channel: 'app.bridge' })
const byCashier = () => ({ platform: 'mobile-browser', channel: 'redirect' })

const ways: readonly [scenario: string, end: (wallet: Wallet) => { platform: string; channel: string }, play: Play][] =
  [
    ['official-account', byBridge, officialAccount],
    ['native-qr', byCode, nativeQr],
    ['fixed-qr', byBridge, fixedQr],
    ['jsapi', byBridge, offlineJsapi],
    ['jsapi', byBridge, officialAccount],
    ['jsapi', byBridge, linkJsapi],
    ['h5', byCashier, h5],
    ['payment-code', byTill, paymentCode],
    ['mini-program', byMini, miniProgram],
    ['mini-program', byHop, hop],
    ['app', byApp, app],
  ]

export const scenarios: readonly Scenario[] = ways.flatMap(([scenario, end, play]) =>
  (['wechat', 'alipay'] as const).map((wallet) => ({
    scenario,
    wallet,
    ...end(wallet),
    play: (stage: Stage) => play(stage, wallet),
  })),
)
