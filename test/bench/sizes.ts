/** What a payer's phone has to fetch. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { chunksOf } from './bundles.ts'
import { type Figure, times } from './figure.ts'

interface Size {
  readonly min: number
  readonly gzip: number
  readonly brotli: number
}

const kilo = (bytes: number): number => Number((bytes / 1_024).toFixed(2))

const sizeOf = (texts: readonly string[]): Size => {
  const sum = (measure: (text: string) => number) => kilo(texts.reduce((all, text) => all + measure(text), 0))
  return {
    min: sum((text) => Buffer.byteLength(text)),
    gzip: sum((text) => gzipSync(text, { level: 9 }).length),
    brotli: sum((text) => brotliCompressSync(text).length),
  }
}

/** The last figure is the bar of gzip. */
const ours: readonly (readonly [name: string, code: string, chunks: 'all' | 'first' | 'later', bar?: number])[] = [
  ['isopay, all of it with ky', "export * from 'isopay'", 'all', 13],
  ['isopay, what loads first', "export * from 'isopay'", 'first', 7],
  ['isopay, createCheckout alone, what loads first', "export { createCheckout } from 'isopay'", 'first'],
  ['isopay/element, what loads first', "export * from 'isopay/element'", 'first'],
  ['isopay/element, what a code brings', "export * from 'isopay/element'", 'later', 9.5],
  ['isopay/qr', "export * from 'isopay/qr'", 'all', 9.5],
  ['isopay/till', "export * from 'isopay/till'", 'all'],
  ['isopay/contract, zod in it', "export * from 'isopay/contract'", 'all'],
]

const peers: readonly (readonly [name: string, code: string])[] = [
  ['pingpp-js 2.3.1', "import 'pingpp-js'"],
  ['weixin-js-sdk 1.6.5', "import 'weixin-js-sdk'"],
  ['adyen-web, core + WeChat + redirect', "export { AdyenCheckout, WeChat, Redirect } from '@adyen/adyen-web'"],
  ['airwallex components-sdk', "export { init } from '@airwallex/components-sdk'"],
  ['stripe-js, a loader of more', "export { loadStripe } from '@stripe/stripe-js'"],
  ['by hand', "export * from './hand.js'"],
]

const measure = async (code: string, which: 'all' | 'first' | 'later'): Promise<Size> => {
  const chunks = await chunksOf(code)
  return sizeOf(chunks.filter(({ first }) => which === 'all' || first === (which === 'first')).map(({ text }) => text))
}

const fileSize = (name: string): Size => sizeOf([readFileSync(join(import.meta.dirname, '../../dist', name), 'utf8')])

const figureOf = (name: string, { min, gzip, brotli }: Size, peer: number, bar?: number): Figure => ({
  of: 'size',
  name: `${name} (minified ${min}, brotli ${brotli})`,
  value: gzip,
  unit: 'KB',
  against: times(gzip, 'pingpp-js', peer),
  ...(bar !== undefined && { bar }),
})

export const sizes = async (): Promise<readonly Figure[]> => {
  const theirs = await Promise.all(peers.map(async ([name, code]) => [name, await measure(code, 'all')] as const))
  const peer = theirs[0]?.[1].gzip ?? Number.NaN
  const own = await Promise.all(
    ours.map(async ([name, code, which, bar]) => figureOf(name, await measure(code, which), peer, bar)),
  )
  return [
    ...own,
    figureOf('dist/mini/index.js', fileSize('mini/index.js'), peer, 6.5),
    figureOf('dist/isopay.global.js', fileSize('isopay.global.js'), peer),
    ...theirs.map(([name, size]) => figureOf(name, size, peer)),
  ]
}
