/** A headless Chromium for these tests, and a picture of a code: chosen, dropped, or on a screen that is shared. */
import chromium from '@sparticuz/chromium'
import { type Page, chromium as playwright } from 'playwright-core'
import { toBuffer } from 'qrcode'

/** The package's own arguments turn off web security and the process model: both are wanted here. */
const args = ['--no-sandbox', '--disable-dev-shm-usage']

export const launch = async () =>
  playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true })

/** Errors of the page and of its console from now on, but for an icon or another file that is not there. */
export const complaintsOf = (page: Page): readonly string[] => {
  const complaints: string[] = []
  const hear = (text: string) => {
    if (!text.includes('favicon') && !text.includes('404')) complaints.push(text)
  }
  page.on('pageerror', ({ message }) => hear(message))
  page.on('console', (said) => said.type() === 'error' && hear(said.text()))
  return complaints
}

export const picture = async (content: string) => ({
  name: 'code.png',
  mimeType: 'image/png',
  buffer: await toBuffer(content),
})

/** Drops a PNG on the page, as from a folder. */
export const drop = async (page: Page, buffer: Buffer): Promise<void> => {
  const dataTransfer = await page.evaluateHandle(
    (bytes) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(bytes)], 'code.png', { type: 'image/png' }))
      return data
    },
    [...buffer],
  )
  await page.dispatchEvent('#drop', 'drop', { dataTransfer })
}

/** The screen that the page may capture: it is empty at first, and 600 ms later the PNG is on it. */
export const shareScreen = (page: Page, buffer: Buffer): Promise<void> =>
  page.evaluate(
    (bytes) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 400 })
      const context = canvas.getContext('2d')
      navigator.mediaDevices.getDisplayMedia = async () => canvas.captureStream()
      setInterval(() => context?.fillRect(399, 399, 1, 1), 50)
      setTimeout(async () => {
        const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }))
        context?.drawImage(image, 50, 50)
      }, 600)
    },
    [...buffer],
  )
