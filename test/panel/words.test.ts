import { describe, expect, it } from 'vitest'
import { fill, languageOf, wordsFor } from '../../src/panel/language.ts'
import { minutes, money } from '../../src/panel/money.ts'

const flat = (words: object, path = ''): Readonly<Record<string, string>> => {
  const leaves = Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : Object.entries(flat(value, `${path}${key}.`)),
  )
  return Object.fromEntries(leaves)
}

const [zh, en] = [flat(wordsFor('zh')), flat(wordsFor('en'))]
const blanks = (text: string | undefined) => [...(text ?? '').matchAll(/\{\w+\}/g)].map(([name]) => name).sort()

describe('Chinese and English', () => {
  it('say the same things', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
  })

  it('leave the same blanks, and nothing unsaid', () => {
    for (const key of Object.keys(en)) {
      expect(blanks(en[key]), key).toEqual(blanks(zh[key]))
      expect(en[key] === '', key).toBe(zh[key] === '')
    }
  })

  it('write Chinese in one of them alone', () => {
    const han = /\p{Script=Han}/u
    for (const [key, text] of Object.entries(en)) expect(text, key).not.toMatch(han)
    for (const [key, text] of Object.entries(zh)) if (text) expect(text, key).toMatch(han)
  })
})

it.each([
  ['zh', '付款'],
  ['zh-Hant-TW', '付款'],
  ['zh_CN', '付款'],
  ['ZH', '付款'],
  ['en', 'Payment'],
  ['fr', 'Payment'],
  ['zhuang', 'Payment'],
  ['', 'Payment'],
])('a page in “%s” reads “%s”', (language, text) => {
  expect(wordsFor(languageOf(language)).labels.panel).toBe(text)
})

it.each(['zh_CN', '', 'x', 'en-', 'de-DE-u-co-phonebk', '中文'])('a page in “%s” can be shown an amount', (tag) => {
  expect(money({ value: 990, currency: 'CNY' }, languageOf(tag))).toMatch(/9[.,]90/)
})

it('words that are handed in are said instead, and the others stay', () => {
  const { scenes, actions } = wordsFor('en', { scenes: { paid: ['Bezahlt', 'Danke!'] } })
  expect([scenes.paid, scenes.closed[0], actions.again]).toEqual([['Bezahlt', 'Danke!'], 'Closed', 'Pay again'])
})

it('a blank that nothing is known for stays as it is', () => {
  expect(fill('{wallet} {other}', { wallet: 'Alipay' })).toBe('Alipay {other}')
})

it.each([
  [{ value: 990, currency: 'CNY' }, 'zh', '¥9.90'],
  [{ value: 1, currency: 'CNY' }, 'en', '¥0.01'],
  [{ value: 123456789, currency: 'CNY' }, 'en', '¥1,234,567.89'],
  [{ value: 500, currency: 'JPY' }, 'en', '¥500'],
  [{ value: 1050, currency: 'USD' }, 'en', '$10.50'],
])('%o is read in %s as %s', (amount, language, text) => {
  expect(money(amount, language)).toBe(text)
})

it.each([
  [300_000, '5:00'],
  [59_001, '1:00'],
  [59_000, '0:59'],
  [1, '0:01'],
  [-5, '0:00'],
])('%i ms are %s', (ms, text) => {
  expect(minutes(ms)).toBe(text)
})
