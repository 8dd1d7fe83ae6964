/** A headless Chromium for these tests, and a picture of a code as a camera would take it. */
import chromium from '@sparticuz/chromium'
import { chromium as playwright } from 'playwright-core'
import { toBuffer } from 'qrcode'

/** The package's own arguments turn off web security and the process model: both are wanted here. */
const args = ['--no-sandbox', '--disable-dev-shm-usage']

export const launch = async () =>
  playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true })

export const picture = async (content: string) => ({
  name: 'code.png',
  mimeType: 'image/png',
  buffer: await toBuffer(content),
})
