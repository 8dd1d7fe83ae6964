/** Plays every scenario in a real browser, against the pages and links that a person would use, and tells how it went. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { charges, merchantSays } from './books.ts'
import { startChromium } from './chromium.ts'
import { type Calls, closeDevice, type Device, noCalls, openDevice, type Shape } from './device.ts'
import { asText, heading, type Line } from './report.ts'
import { type Scenario, scenarios } from './scenarios.ts'
import { openTown, type Town, type TownOptions } from './town.ts'

/** What is not as it should be; empty where all is. */
const faultsIn = async (town: Town, { platform, channel }: Scenario, calls: Calls, said: readonly string[]) => {
  const word = await merchantSays(town, calls)
  const taken = charges(town, calls)
  return [
    ...said.filter((result) => result !== 'paid').map((result) => `a page says ${result}`),
    ...(calls.platform === platform ? [] : [`it was taken for ${calls.platform}`]),
    ...(calls.channel === channel ? [] : [`it went by ${calls.channel}`]),
    ...(taken === 1 ? [] : [`${taken} charges`]),
    ...(word.status === 'paid' && calls.payments.has(word.paidBy ?? '') ? [] : [`the merchant says ${word.status}`]),
  ]
}

const outcomeOf = async (town: Town, scenario: Scenario, calls: Calls, device: (shape: Shape) => Promise<Device>) => {
  try {
    const said = await scenario.play({ town, device, calls })
    return { result: said[0] ?? 'none', faults: await faultsIn(town, scenario, calls, said) }
  } catch (error) {
    return { result: 'error', faults: [error instanceof Error ? error.message : String(error)] }
  }
}

const played = async (chromium: Browser, town: Town, scenario: Scenario): Promise<{ line: Line; faults: string[] }> => {
  const calls = noCalls()
  const devices: Device[] = []
  const device = async (shape: Shape) => {
    const opened = await openDevice(chromium, shape, calls)
    devices.push(opened)
    return opened
  }
  const begun = performance.now()
  const { result, faults } = await outcomeOf(town, scenario, calls, device)
  const ms = Math.round(performance.now() - begun)
  for (const each of devices) await closeDevice(each)
  const { platform, channel, requests } = calls
  return { line: { scenario: scenario.scenario, platform, channel, result, requests, ms }, faults }
}

const playAll = async (chromium: Browser, town: Town, json: boolean): Promise<boolean> => {
  if (!json) console.log(heading)
  let failed = 0
  for (const scenario of scenarios) {
    const { line, faults } = await played(chromium, town, scenario)
    console.log(json ? JSON.stringify(line) : asText(line))
    if (faults.length > 0) failed += 1
    for (const fault of faults) console.error(`  ${line.scenario}: ${fault}`)
  }
  if (!json) console.log(`${scenarios.length - failed} paid, ${failed} failed`)
  return failed === 0
}

const inTown = async <T>(options: Omit<TownOptions, 'dataDir'>, work: (town: Town) => Promise<T>): Promise<T> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'isopay-tour-'))
  const town = await openTown({ dataDir, ...options })
  try {
    return await work(town)
  } finally {
    await town.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

interface TourOptions extends Pick<TownOptions, 'through'> {
  json: boolean
}

/** Answers whether all did what they should. Its town has ports and data of its own, and is gone afterwards. */
export const tour = async ({ json, ...options }: TourOptions): Promise<boolean> => {
  const chromium = await startChromium()
  try {
    return await inTown(options, (town) => playAll(chromium, town, json))
  } finally {
    await chromium.close()
  }
}
