/** The one file of qrcode 1.5 that is needed: its own entry brings a PNG encoder and a command line. */
declare module 'qrcode/lib/core/qrcode.js' {
  export interface QrCode {
    readonly modules: { readonly size: number; readonly data: Uint8Array }
  }
  export const create: (
    segments: readonly { readonly data: Uint8Array; readonly mode: 'byte' }[],
    options: { readonly errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ) => QrCode
}
