/** A real browser: the Chromium without a window that comes from npm, else the system's. */
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

const launch = (executablePath: string): Promise<Browser> => chromium.launch({ executablePath, args })

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The package unpacks its binary on first use; while another process is at it, the file cannot be run. */
const launchWhenUnpacked = async (tries = 40): Promise<Browser> => {
  try {
    return await launch(await sparticuz.executablePath())
  } catch (error) {
    if (tries === 0 || !wordsOf(error).includes('ETXTBSY')) throw error
    await sleep(500)
    return launchWhenUnpacked(tries - 1)
  }
}

/** It is made for one kind of machine, and takes half of the time that a Chromium with a window does. */
const launchAny = (): Promise<Browser> =>
  launchWhenUnpacked().catch((error) => (existsSync(system) ? launch(system) : Promise.reject(error)))

/** Throws, in words, where none starts. */
export const startChromium = async (): Promise<Browser> => {
  try {
    return await launchAny()
  } catch (error) {
    throw new Error(`No Chromium could be started (apt-get install chromium brings one): ${wordsOf(error)}`)
  }
}
