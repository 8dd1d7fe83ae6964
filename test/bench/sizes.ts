/** What a payer's phone has to fetch. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { type Chunk, chunksOf } from './bundles.ts'
import { type Figure, times } from './figure.ts'
import manifest from './package.json' with { type: 'json' }

interface Size {
  readonly min: number
  readonly gzip: number
  readonly brotli: number
}

type Part = (chunk: Chunk) => boolean

const all: Part = () => true
const first: Part = (chunk) => chunk.first
const later: Part = (chunk) => !chunk.first
/** By a message that the encoder alone has. */
const codesAtFirst: Part = (chunk) => chunk.first && chunk.text.includes('Unknown EC Level')

const kilo = (bytes: number): number => Number((bytes / 1_024).toFixed(2))

const sizeOf = (texts: readonly string[]): Size => {
  const sum = (measure: (text: string) => number) => kilo(texts.reduce((total, text) => total + measure(text), 0))
  return {
    min: sum((text) => Buffer.byteLength(text)),
    gzip: sum((text) => gzipSync(text, { level: 9 }).length),
    brotli: sum((text) => brotliCompressSync(text).length),
  }
}

const everything = (door: string): string => `export * from '${door}'`

/** The last figure is the bar of gzip. */
const ours: readonly (readonly [name: string, code: string, part: Part, bar?: number])[] = [
  ['isopay, all of it with ky', everything('isopay'), all, 13],
  ['isopay, what loads first', everything('isopay'), first, 7],
  ['isopay, codes in what loads first', everything('isopay'), codesAtFirst, 0],
  ['isopay, createCheckout alone, what loads first', "export { createCheckout } from 'isopay'", first],
  ['isopay/element, what loads first', everything('isopay/element'), first],
  ['isopay/element, codes in what loads first', everything('isopay/element'), codesAtFirst, 0],
  ['isopay/element, what a code brings', everything('isopay/element'), later, 9.5],
  ['isopay/react, what loads first, without React', everything('isopay/react'), first],
  ['isopay/vue, what loads first, without Vue', everything('isopay/vue'), first],
  ['isopay/qr', everything('isopay/qr'), all, 9.5],
  ['isopay/till', everything('isopay/till'), all],
  ['isopay/contract, zod in it', everything('isopay/contract'), all],
  ['isopay/testing', everything('isopay/testing'), all],
]

const { dependencies } = manifest
const pingpp = `pingpp-js ${dependencies['pingpp-js']}`

const peers: readonly (readonly [name: string, code: string])[] = [
  [pingpp, "import 'pingpp-js'"],
  [`weixin-js-sdk ${dependencies['weixin-js-sdk']}`, "import 'weixin-js-sdk'"],
  [
    `@adyen/adyen-web ${dependencies['@adyen/adyen-web']}, core + WeChat + redirect`,
    "export { AdyenCheckout, WeChat, Redirect } from '@adyen/adyen-web'",
  ],
  [
    `@airwallex/components-sdk ${dependencies['@airwallex/components-sdk']}`,
    "export { init } from '@airwallex/components-sdk'",
  ],
  [
    `@stripe/stripe-js ${dependencies['@stripe/stripe-js']}, a loader of more`,
    "export { loadStripe } from '@stripe/stripe-js'",
  ],
  ['by hand', "export * from './hand.js'"],
]

const measure = async (code: string, part: Part): Promise<Size> => {
  const chunks = await chunksOf(code)
  return sizeOf(chunks.filter(part).map(({ text }) => text))
}

const fileSize = (name: string): Size => sizeOf([readFileSync(join(import.meta.dirname, '../../dist', name), 'utf8')])

const figureOf = (name: string, { min, gzip, brotli }: Size, peer: number, bar?: number): Figure => ({
  of: 'size',
  name,
  value: gzip,
  unit: 'KB',
  beside: { minified: min, brotli },
  ...(gzip > 0 && { against: times(gzip, 'pingpp-js', peer) }),
  ...(bar !== undefined && { bar }),
})

export const sizes = async (): Promise<readonly Figure[]> => {
  const theirs = await Promise.all(peers.map(async ([name, code]) => [name, await measure(code, all)] as const))
  const peer = theirs[0]?.[1].gzip ?? Number.NaN
  const own = await Promise.all(
    ours.map(async ([name, code, part, bar]) => figureOf(name, await measure(code, part), peer, bar)),
  )
  return [
    ...own,
    figureOf('dist/mini/index.js', fileSize('mini/index.js'), peer, 6.5),
    figureOf('dist/isopay.global.js', fileSize('isopay.global.js'), peer),
    ...theirs.map(([name, size]) => figureOf(name, size, peer)),
  ]
}
