/** Door `isopay/qr`: what a phone scans, as SVG or as modules. */
export { type ErrorLevel, type Matrix, qrMatrix } from './qr/matrix.ts'
export { type QrOptions, qrSvg } from './qr/svg.ts'
