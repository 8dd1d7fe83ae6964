/** Where there are no globals at all, as in a mini program before anything has come. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { build } from 'tsup'
import { beforeAll, expect, it } from 'vitest'

let script = ''

beforeAll(async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'isopay-'))
  const entry = { out: 'src/host/signals.ts' }
  await build({ entry, outDir, config: false, silent: true, format: 'iife', globalName: 'seen', target: 'es2017' })
  script = await readFile(join(outDir, 'out.global.js'), 'utf8')
  await rm(outDir, { recursive: true })
}, 20_000)

/** As text, since objects of another realm are equal to none of ours. */
const readIn = (before: string): unknown =>
  JSON.parse(runInNewContext(`${before}; ${script}; JSON.stringify(seen.readSignals())`))

it('reads without touching what is not there', () => {
  expect(readIn('')).toEqual({ userAgent: '', maxTouchPoints: 0, objects: [] })
})

it('sees a bare name that is no property of a global object', () => {
  expect(readIn('const wx = { requestPayment() {} }')).toMatchObject({ objects: ['wx.requestPayment'] })
})
