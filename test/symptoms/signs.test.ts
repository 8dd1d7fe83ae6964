/** The patterns by which failures are recognised: whatever an answer holds, they neither stall nor remember. */
import { expect, it } from 'vitest'
import { symptoms } from '../../src/symptoms/everywhere.ts'
import { miniSymptoms } from '../../src/symptoms/mini.ts'

const signs = symptoms.flatMap(([, list]) => list.map(({ sign }) => sign))
const longTexts = [' ', 'a', ':', '参数', 'param', 'url', 'resultCode'].map((part) => part.repeat(4096))

it('read a long text without stalling', () => {
  const startMs = performance.now()
  for (const sign of signs) for (const text of longTexts) sign.test(text)
  expect(performance.now() - startMs).toBeLessThan(200)
})

it('forget the text before', () => {
  expect(signs.filter(({ global, sticky }) => global || sticky)).toEqual([])
})

it('are the same in a mini program, for what it can carry out', () => {
  const isMini = ([kind]: (typeof symptoms)[number]) => ['wechat.mini', 'alipay.mini'].includes(kind)
  expect(new Set(miniSymptoms)).toEqual(new Set(symptoms.filter(isMini)))
})
