/** A real browser: the system's Chromium where there is one, else the one that comes from npm. */
import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const system = '/usr/bin/chromium'
/** Flags of our own: those of the package switch off the web's security, which the pages are held to here. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-component-update',
]

const launch = async (): Promise<Browser> => {
  const executablePath = existsSync(system) ? system : await sparticuz.executablePath()
  return chromium.launch({ executablePath, args })
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The package unpacks its binary on first use; while another process is at it, the file cannot be run. */
const launchWhenUnpacked = async (tries = 40): Promise<Browser> => {
  try {
    return await launch()
  } catch (error) {
    if (tries === 0 || !wordsOf(error).includes('ETXTBSY')) throw error
    await sleep(500)
    return launchWhenUnpacked(tries - 1)
  }
}

/** Throws, in words, where none starts. */
export const startChromium = async (): Promise<Browser> => {
  try {
    return await launchWhenUnpacked()
  } catch (error) {
    throw new Error(`No Chromium could be started (apt-get install chromium brings one): ${wordsOf(error)}`)
  }
}
