/** The payer's hands: what a person does in the pages of the shop and of the wallets. */
import type { Locator, Page } from 'playwright-core'
import type { Wallet } from '../wallets/ledger.ts'

/** Buys what is chosen on the shop's front, and stands at the checkout. */
export const buy = async (page: Page): Promise<void> => {
  await page.locator('#buy button').click()
  await page.waitForURL('**/checkout?order=*')
}

/** Something in the panel, by its part: what is pressed has the name of what it does. */
export const part = (page: Page, name: string): Locator => page.locator(`isopay-panel [part~="${name}"]`)

export const tap = (page: Page, wallet: Wallet): Promise<void> => part(page, wallet).click()

/** Where a payment came to nothing, or is still waited for: says so first, and taps where there is a choice. */
export const tapAgain = async (page: Page, wallet: Wallet): Promise<void> => {
  const anew = part(page, 'again').or(part(page, 'notYet'))
  const choice = part(page, wallet)
  await anew.or(choice).first().waitFor()
  if (await anew.isVisible()) await anew.click()
  if (await choice.isVisible()) await choice.click()
}

/** On the sheet that a wallet slides over the shop's page. */
export const approve = (page: Page): Promise<void> => page.locator('#wallet-sheet #pay').click()

/** On the wallet's own page, after a scan or at its cashier. */
export const confirm = (page: Page): Promise<void> => page.locator('#confirm #pay').click()

/** A picture of a code on a screen, taken as a phone's camera would. */
export const photograph = async (page: Page, code = '#qr, [part~="qr"]'): Promise<Buffer> => {
  await page.locator(code).locator('svg').waitFor()
  return page.locator(code).screenshot()
}

/** Shows the picture to the wallet's scanner, and follows to where the code leads. */
export const scan = async (page: Page, wallets: string, wallet: Wallet, buffer: Buffer): Promise<void> => {
  const scanner = `${wallets}/${wallet}/`
  await page.goto(scanner)
  await page.locator('#picture').setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer })
  await page.waitForURL((url) => url.href !== scanner)
}

/** The code that the wallet shows for the cashier. */
export const showCode = async (page: Page, wallets: string, wallet: Wallet): Promise<string> => {
  await page.goto(`${wallets}/${wallet}/code`)
  const code = page.locator('#code[data-code]')
  await code.waitFor()
  return (await code.getAttribute('data-code')) ?? ''
}

const keys = (code: string) => [
  ...[...code].map((key) => ({ key, code: `Digit${key}`, text: key, windowsVirtualKeyCode: key.charCodeAt(0) })),
  { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 },
]

/**
 * As a scanner plays it into the cashier's keyboard: a key each 10 ms. The time is said with each key, and none waits for
 * the one before: a busy machine would bring them as slowly as a hand.
 */
export const beScanned = async (page: Page, code: string): Promise<void> => {
  const devtools = await page.context().newCDPSession(page)
  const startS = Date.now() / 1000
  const strokes = keys(code).flatMap((key, index) => {
    const stroke = { ...key, timestamp: startS + index / 100 }
    return [
      devtools.send('Input.dispatchKeyEvent', { ...stroke, type: 'keyDown' }),
      devtools.send('Input.dispatchKeyEvent', { ...stroke, type: 'keyUp' }),
    ]
  })
  await Promise.all(strokes)
  await devtools.detach()
}

/** On the phone, where the wallet asks for it above a limit. */
export const typePassword = (page: Page): Promise<void> => page.locator('#password').fill('123456')

/** What the shop's page says in the end. */
export const told = async (page: Page): Promise<string> => {
  const status = page.locator('#status[data-result]:not([data-result=""])')
  await status.waitFor()
  return (await status.getAttribute('data-result')) ?? ''
}
