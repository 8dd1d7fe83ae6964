/** Firefox ESR, from Debian. */
import { describe } from 'vitest'
import { itBehaves } from './behaviours.ts'
import { startFirefox } from './firefox.ts'

const engine = await startFirefox()

describe(engine.name, () => itBehaves(engine))
