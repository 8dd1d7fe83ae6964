/** A QR code as SVG text, by the qrcode library. */
import { create } from 'qrcode/lib/core/qrcode.js'
import { render } from 'qrcode/lib/renderer/svg-tag.js'

export interface QrOptions {
  /** How much of the code may be lost and read all the same: 7, 15, 25 or 30 %. Default `M`. */
  readonly errorLevel?: 'L' | 'M' | 'Q' | 'H'
  /** Light modules around the code. ISO/IEC 18004 wants 4. Default 4. */
  readonly quietZone?: number
  /** For readers of the page: a `<title>`. Default none. */
  readonly title?: string
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const escapeText = (text: string): string => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)

/**
 * `text` as one SVG element, in text: UTF-8 in a single byte segment, black on white.
 *
 * Throws where `text` is longer than a code of that level can hold (2,331 bytes at `M`).
 */
export const qrSvg = (text: string, options: QrOptions = {}): string => {
  const { errorLevel = 'M', quietZone = 4, title } = options
  const code = create([{ data: new TextEncoder().encode(text), mode: 'byte' }], { errorCorrectionLevel: errorLevel })
  const svg = render(code, { margin: quietZone })
  return title === undefined ? svg : svg.replace('>', ` role="img"><title>${escapeText(title)}</title>`)
}
