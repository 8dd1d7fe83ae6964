/** Door `isopay/qr`: what a phone scans, as SVG. */
export { type QrOptions, qrSvg } from './qr/svg.ts'
