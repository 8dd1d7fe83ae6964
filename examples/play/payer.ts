/** The payer's hands: what a person does in the pages of the shop and of the wallets. */
import type { Page } from 'playwright-core'
import type { Wallet } from '../wallets/ledger.ts'

/** Buys what is chosen on the shop's front, and stands at the checkout. */
export const buy = async (page: Page): Promise<void> => {
  await page.locator('#buy button').click()
  await page.waitForURL('**/checkout?order=*')
}

export const tap = (page: Page, wallet: Wallet): Promise<void> => page.locator(`#pay-${wallet}`).click()

/** On the sheet that a wallet slides over the shop's page. */
export const approve = (page: Page): Promise<void> => page.locator('#wallet-sheet #pay').click()

/** On the wallet's own page, after a scan or at its cashier. */
export const confirm = (page: Page): Promise<void> => page.locator('#confirm #pay').click()

/** A picture of a code on a screen, taken as a phone's camera would. */
export const photograph = async (page: Page, code = '#qr'): Promise<Buffer> => {
  await page.locator(`${code} svg`).waitFor()
  return page.locator(code).screenshot()
}

/** Shows the picture to the wallet's scanner, and follows to where the code leads. */
export const scan = async (page: Page, wallets: string, wallet: Wallet, buffer: Buffer): Promise<void> => {
  const scanner = `${wallets}/${wallet}/`
  await page.goto(scanner)
  await page.locator('#picture').setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer })
  await page.waitForURL((url) => url.href !== scanner)
}

/** What the shop's page says in the end. */
export const told = async (page: Page): Promise<string> => {
  const status = page.locator('#status:not([data-result=""])')
  await status.waitFor()
  return (await status.getAttribute('data-result')) ?? ''
}
