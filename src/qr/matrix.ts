/** Which modules of a QR code are dark, by the qrcode library. */
import { create } from 'qrcode/lib/core/qrcode.js'

/** How much of the code may be lost and read all the same: 7, 15, 25 or 30 %. ISO/IEC 18004. */
export type ErrorLevel = 'L' | 'M' | 'Q' | 'H'

/** A QR code as light and dark modules, without the quiet zone. */
export interface Matrix {
  /** Modules a side: 21 to 177. */
  readonly size: number
  /** Whether the module is dark in column `x` and row `y`, counted from 0 at the top left. */
  readonly isDark: (x: number, y: number) => boolean
}

/**
 * The modules of a QR code that holds `text` as UTF-8, in a single byte segment.
 *
 * Throws where it is longer than a code of that level can hold: 2,953, 2,331, 1,663 or 1,273 bytes
 * (ISO/IEC 18004, version 40).
 */
export const qrMatrix = (text: string, errorLevel: ErrorLevel = 'M'): Matrix => {
  const data = new TextEncoder().encode(text)
  const { size, data: modules } = create([{ data, mode: 'byte' }], { errorCorrectionLevel: errorLevel }).modules
  return { size, isDark: (x, y) => modules[y * size + x] === 1 }
}

/** The dark modules as the `d` of one SVG path, a rectangle for each run in a row, moved in by the quiet zone. */
export const pathOf = ({ size, isDark }: Matrix, quietZone: number): string => {
  let path = ''
  for (let y = 0; y < size; y += 1) {
    for (let x = 0, run = 1; x < size; x += run, run = 1) {
      if (!isDark(x, y)) continue
      while (x + run < size && isDark(x + run, y)) run += 1
      path += `M${x + quietZone} ${y + quietZone}h${run}v1h-${run}z`
    }
  }
  return path
}
