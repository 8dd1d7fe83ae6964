/** The newest Chromium that npm brings: the one that the screenshots are drawn by. */
import { describe } from 'vitest'
import { itBehaves } from './behaviours.ts'
import { startChromium } from './chromium.ts'
import { newest } from './packed.ts'

const engine = await startChromium(newest())

describe(engine.name, () => itBehaves(engine))
