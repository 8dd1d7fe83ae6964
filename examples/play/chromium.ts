/** A real browser: the system's Chromium where there is one, else the one that comes from npm. */
import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const systems = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-component-update',
]

/** With flags of our own: those of the package switch off the web's security, which the pages are held to here. */
const launch = async (): Promise<Browser> => {
  const system = systems.find((path) => existsSync(path))
  return chromium.launch({ executablePath: system ?? (await sparticuz.executablePath()), args: quiet })
}

/** Throws, in words, where none starts. */
export const startChromium = async (): Promise<Browser> => {
  try {
    return await launch()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`No Chromium could be started, and the tour needs one: apt-get install chromium\n${why}`)
  }
}
