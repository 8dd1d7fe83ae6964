/** Debian's Chromium, or else the headless shell that npm brings. */
import { existsSync } from 'node:fs'
import { describe } from 'vitest'
import { itBehaves } from './behaviours.ts'
import { startChromium } from './chromium.ts'
import { newest } from './packed.ts'

const system = '/usr/bin/chromium'
const engine = existsSync(system) ? await startChromium(system, ['--headless=new']) : await startChromium(newest())

describe(engine.name, () => itBehaves(engine))
