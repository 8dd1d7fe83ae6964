/** Two readers that share no code with the encoder, nor with each other. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import jsQR from 'jsqr'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
const { buffer } = Uint8Array.from(readFileSync(file))
prepareZXingModule({ overrides: { wasmBinary: buffer } })

/** RGBA, row by row. */
type Pixels = Uint8ClampedArray<ArrayBuffer>

/** What each reader makes of it; undefined where it sees no code. */
export const readTwice = async (pixels: Pixels, width: number, height: number): Promise<readonly unknown[]> => {
  const [seen] = await readBarcodes({ data: pixels, width, height, colorSpace: 'srgb' } as ImageData, {
    formats: ['QRCode'],
    tryInvert: false,
  })
  return [jsQR(pixels, width, height, { inversionAttempts: 'dontInvert' })?.data, seen?.text]
}
