import { describe, expect, it } from 'vitest'
import { judge } from '../../src/desk/judge.ts'

const digits = (start: string, length: number) => start.padEnd(length, '7')

describe('a code of', () => {
  it.each(['10', '11', '12', '13', '14', '15'])('WeChat begins with %s and has 18 digits', (start) => {
    expect(judge(digits(start, 18))).toEqual({ wallet: 'wechat', face: false })
    for (const length of [17, 19]) expect(judge(digits(start, length))).toMatchObject({ wallet: null })
  })

  it.each(['25', '26', '27', '28', '29', '30'])('Alipay begins with %s and has 16 to 24 digits', (start) => {
    for (const length of [16, 18, 24]) expect(judge(digits(start, length))).toEqual({ wallet: 'alipay', face: false })
    for (const length of [15, 25]) expect(judge(digits(start, length))).toMatchObject({ wallet: null })
  })

  it('UnionPay begins with 62 and has 19 digits', () => {
    expect(judge(digits('62', 19))).toEqual({ wallet: 'unionpay', face: false })
    for (const length of [18, 20]) expect(judge(digits('62', length))).toMatchObject({ wallet: null })
  })

  it('Alipay by face begins with fp', () => {
    expect(judge('fp0123456789abcdef0123456789abcdef')).toEqual({ wallet: 'alipay', face: true })
    expect(judge('fp-')).toMatchObject({ wallet: null })
  })
})

describe('what is no code is told apart, in words that hold nothing of it', () => {
  it.each([
    [digits('13', 17), 'a code of WeChat has 18 digits, this has 17'],
    [digits('28', 25), 'a code of Alipay has 16 to 24 digits, this has 25'],
    ['13456789012345678O', 'character 18 of 18 is not a digit'],
    ['6901234567892', 'it begins as no wallet’s code does'],
    ['https://qr.alipay.com/bax1', 'character 1 of 26 is not a digit'],
    ['', 'it is empty'],
    [digits('16', 18), 'it begins as no wallet’s code does'],
    [digits('24', 18), 'it begins as no wallet’s code does'],
  ])('%s', (code, why) => {
    expect(judge(code)).toEqual({ wallet: null, why })
  })
})
