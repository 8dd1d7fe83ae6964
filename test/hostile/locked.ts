/** A process of its own under SES lockdown: prints how each story ends, in the page's realm and in a compartment. */
import 'ses'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { openPage, type Page } from './page.ts'
import { type Isopay, type Load, newDevice, play, stories } from './stories.ts'

lockdown()

const dist = new URL('../../dist/', import.meta.url)
const bundle = readFileSync(new URL('isopay.global.js', dist), 'utf8')

const inPage: Load = async ({ globals }) => {
  const { WeixinJSBridge, ...others } = globals
  for (const [name, value] of Object.entries({ window: globalThis, self: globalThis, WeixinJSBridge, ...others }))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  const door: Isopay = await import(new URL('index.js', dist).href)
  return door
}

/** A compartment's own `Date` and `Math` know neither time nor chance: a page has to hand them in. */
const inCompartment: Load = ({ globals }: Page) => {
  const compartment = new Compartment({ ...globals, Date, Math })
  Object.assign(compartment.globalThis, { window: compartment.globalThis, self: compartment.globalThis })
  return compartment.evaluate(`${bundle}; Isopay`)
}

/** The door loads its requests from a file of their own, which takes real time. */
const patient = (page: Page): Page => ({ ...page, advance: (ms) => sleep(100).then(() => page.advance(ms)) })

const playAll = async (load: Load) => {
  const told: Record<string, object> = {}
  for (const [name, story] of Object.entries(stories)) {
    const device = newDevice()
    told[name] = await play(story, { device, open: (visit) => patient(openPage(device, visit)), load })
  }
  return told
}

const frozen = [Object.prototype, Promise.prototype, Array.prototype, JSON].every(Object.isFrozen)
console.log(JSON.stringify({ frozen, page: await playAll(inPage), compartment: await playAll(inCompartment) }))
