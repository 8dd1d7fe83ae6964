/** What is drawn is read by two readers that share no code with the encoder. */
import { describe, expect, it } from 'vitest'
import { type ErrorLevel, qrSvg } from '../../src/qr.ts'
import { paint } from './picture.ts'
import { readTwice } from './readers.ts'

const capacity: Readonly<Record<ErrorLevel, number>> = { L: 2953, M: 2331, Q: 1663, H: 1273 }
const levels = Object.keys(capacity) as readonly ErrorLevel[]

/** The most bytes that each version holds at level M, from version 1 on. ISO/IEC 18004:2015, table 7. */
const fullAtM = [
  ...[14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666],
  ...[
    711, 779, 857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989, 2099, 2213, 2331,
  ],
]

/** Different signs in each, so that a code that was read for another would be seen. */
const textOf = (bytes: number): string =>
  `${bytes}:${'https://qr.alipay.com/bax?pr='.repeat(102).slice(bytes % 29)}`.slice(0, bytes)

const read = (svg: string): Promise<readonly unknown[]> => {
  const { pixels, side } = paint(svg)
  return readTwice(pixels, side, side)
}

const unread = async (sizes: readonly number[], errorLevel: ErrorLevel): Promise<readonly number[]> => {
  const missed: number[] = []
  for (const bytes of sizes) {
    const told = await read(qrSvg(textOf(bytes), { errorLevel }))
    if (told.some((text) => text !== textOf(bytes))) missed.push(bytes)
  }
  return missed
}

const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1)

describe('a code', () => {
  it('is read at every length that a wallet’s URL has', async () => {
    expect(await unread(upTo(256), 'M')).toEqual([])
  }, 120_000)

  it('is read in each of the forty versions, nearly empty and full, and is no larger than it must be', async () => {
    const sides = fullAtM.map((bytes) => paint(qrSvg(textOf(bytes), { quietZone: 0 }), 1).side)
    expect(sides).toEqual(fullAtM.map((_, index) => 21 + 4 * index))
    const emptiest = fullAtM.slice(0, -1).map((bytes) => bytes + 1)
    expect(await unread([...emptiest, ...fullAtM], 'M')).toEqual([])
  }, 120_000)

  it.each(levels)('is read at level %s, small and full', async (level) => {
    const full = capacity[level]
    expect(await unread([1, 2, 17, 60, 200, 700, full - 1, full], level)).toEqual([])
  })

  it.each(levels)('is refused at level %s where it would not fit', (level) => {
    expect(() => qrSvg('x'.repeat(capacity[level] + 1), { errorLevel: level })).toThrow(/amount of data/)
  })

  it('holds Chinese as UTF-8', async () => {
    const text = 'weixin://wxpay/bizpayurl?pr=小满'
    expect(await read(qrSvg(text))).toEqual([text, text])
  })

  it('is not read where half of it is missing: a reader that fails would be heard', async () => {
    expect(await read(qrSvg('x').replaceAll(/M\d+ 1\dh\d+v1h-\d+z/g, ''))).toEqual([undefined, undefined])
  })
})
