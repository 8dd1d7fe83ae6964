/** Each size is read by a reader that shares no code with the encoder. */
import jsQR from 'jsqr'
import { describe, expect, it } from 'vitest'
import { type ErrorLevel, qrSvg } from '../../src/qr.ts'
import { paint } from './picture.ts'

const capacity: Readonly<Record<ErrorLevel, number>> = { L: 2953, M: 2331, Q: 1663, H: 1273 }
const levels = Object.keys(capacity) as readonly ErrorLevel[]

/** Different signs in each, so that a code that was read for another would be seen. */
const textOf = (bytes: number): string =>
  `${bytes}:${'https://qr.alipay.com/bax?pr='.repeat(102).slice(bytes % 29)}`.slice(0, bytes)

const read = (svg: string): string | undefined => {
  const { pixels, side } = paint(svg)
  return jsQR(pixels, side, side, { inversionAttempts: 'dontInvert' })?.data
}

const unread = (sizes: readonly number[], errorLevel: ErrorLevel): readonly number[] =>
  sizes.filter((bytes) => read(qrSvg(textOf(bytes), { errorLevel })) !== textOf(bytes))

const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1)

describe('a code', () => {
  it('is read at every size, from one byte to the largest', () => {
    expect(unread(upTo(capacity.M), 'M')).toEqual([])
  }, 180_000)

  it.each(levels)('is read at level %s, small and full', (level) => {
    const full = capacity[level]
    expect(unread([1, 2, 17, 60, 200, 700, full - 1, full], level)).toEqual([])
  })

  it.each(levels)('is refused at level %s where it would not fit', (level) => {
    expect(() => qrSvg('x'.repeat(capacity[level] + 1), { errorLevel: level })).toThrow(/amount of data/)
  })

  it('holds Chinese as UTF-8', () => {
    expect(read(qrSvg('weixin://wxpay/bizpayurl?pr=小满'))).toBe('weixin://wxpay/bizpayurl?pr=小满')
  })

  it('is not read where half of it is missing: a reader that fails would be heard', () => {
    expect(read(qrSvg('x').replaceAll(/M\d+ 1\dh\d+v1h-\d+z/g, ''))).toBeUndefined()
  })
})
