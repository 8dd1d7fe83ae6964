/** The lab of a town of its own, opened in a real Chromium, with what its page complains of. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { startLab } from '../../../examples/lab/lab.ts'
import { openWire } from '../../../examples/lab/wire.ts'
import { buildIfMissing } from '../../../examples/play/build.ts'
import { startChromium } from '../../../examples/play/chromium.ts'
import { nextFree } from '../../../examples/play/ports.ts'
import { openTown } from '../../../examples/play/town.ts'

export type Bench = Awaited<ReturnType<typeof openBench>>

const firstPort = 25_080 + (process.pid % 400) * 20

const hear = (page: Page, complaints: string[]) => {
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (said) => {
    if (['error', 'warning'].includes(said.type())) complaints.push(said.text())
  })
}

export const openBench = async () => {
  await buildIfMissing()
  const chromium = await startChromium()
  const dataDir = mkdtempSync(join(tmpdir(), 'isopay-lab-'))
  const port = await nextFree(firstPort)
  const wire = openWire(`http://127.0.0.1:${port}`)
  const town = await openTown({ dataDir, through: wire.through })
  const lab = await startLab(town, wire, port)

  return {
    town,
    lab,
    wire,
    /** The lab's page, in the language and with the scenario chosen; motion is reduced, so that a scene is played faster. */
    open: async (scenario: string, language: 'zh' | 'en' = 'en') => {
      const context = await chromium.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'en-US',
        reducedMotion: 'reduce',
      })
      const page = await context.newPage()
      const complaints: string[] = []
      hear(page, complaints)
      await page.goto(`${lab.origin}/?lang=${language}#${scenario}`)
      await page.locator('#scenarios [aria-current="true"]').waitFor()
      return { page, complaints, close: () => context.close() }
    },
    stop: async () => {
      await chromium.close()
      await lab.stop()
      await town.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** What the three lamps say of the order. */
export const lamps = async (page: Page) => ({
  wallet: await page.locator('#lamp-wallet').textContent(),
  merchant: await page.locator('#lamp-merchant').textContent(),
  page: await page.locator('#lamp-page').textContent(),
})
