/** Where there are no globals at all, as in a mini program before anything has come. */
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import ts from 'typescript'
import { expect, it } from 'vitest'

const source = readFileSync(new URL('../../src/host/signals.ts', import.meta.url), 'utf8')
const { outputText } = ts.transpileModule(source, {
  compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2017 },
})

/** As text, since objects of another realm are equal to none of ours. */
const readIn = (before: string): unknown =>
  JSON.parse(runInNewContext(`${before}; const exports = {}; ${outputText}; JSON.stringify(exports.readSignals())`))

it('reads without touching what is not there', () => {
  expect(readIn('')).toEqual({ userAgent: '', maxTouchPoints: 0, objects: [] })
})

it('sees a bare name that is no property of a global object', () => {
  expect(readIn('const wx = { requestPayment() {} }')).toMatchObject({ objects: ['wx.requestPayment'] })
})
