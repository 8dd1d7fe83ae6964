/** WebKitGTK, from Debian. */
import { describe } from 'vitest'
import { itBehaves } from './behaviours.ts'
import { startWebKit } from './webkit.ts'

const engine = await startWebKit()

describe(engine.name, () => itBehaves(engine))
