/** What WeChat's own packer makes of the package, in every engine that a mini program may meet. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { itPays } from '../package/payments.ts'
import { engines } from './engines.ts'
import { buildNpm } from './packed.ts'

const { folder, warnings, drop } = await buildNpm()
afterAll(drop)

const code = readFileSync(join(folder, 'index.js'), 'utf8')

it('is taken by the packer without a warning: one file and its manifest', () => {
  expect(warnings).toEqual([])
  expect(readdirSync(folder).sort()).toEqual(['index.js', 'package.json'])
})

describe.each(engines)('in %s', (_name, bare) => itPays({ bare, code }))

describe.each(engines)('in %s, with promises on timers', (_name, bare) => itPays({ bare, code, latePromise: true }))
