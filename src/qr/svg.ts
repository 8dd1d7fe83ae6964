/** A QR code as SVG text. */
import { type ErrorLevel, pathOf, qrMatrix } from './matrix.ts'

/** How a code is drawn. Each has a default. */
export interface QrOptions {
  /** How much of it may be lost. Default `M`: 15 %. */
  readonly errorLevel?: ErrorLevel
  /** Light modules around the code: ISO/IEC 18004 wants 4. Default 4. */
  readonly quietZone?: number
  /** For readers of the page: a `<title>`. Default none. */
  readonly title?: string
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const escapeText = (text: string): string => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)

const titled = (title: string | undefined): string =>
  title === undefined ? ' aria-hidden="true">' : ` role="img"><title>${escapeText(title)}</title>`

/**
 * A QR code that holds `text`, as the source of one SVG element: UTF-8 in a single byte segment, black on white, in any
 * theme.
 *
 * Throws where `text` is longer than a code of that level can hold (2,331 bytes at `M`).
 */
export const qrSvg = (text: string, options: QrOptions = {}): string => {
  const { errorLevel, quietZone = 4, title } = options
  const matrix = qrMatrix(text, errorLevel)
  const side = matrix.size + quietZone * 2
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"${titled(title)}`,
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${pathOf(matrix, quietZone)}"/></svg>`,
  ].join('')
}
