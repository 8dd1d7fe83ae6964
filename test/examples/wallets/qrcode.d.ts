declare module 'qrcode' {
  /** A PNG of the code. */
  export function toBuffer(text: string): Promise<Buffer>
}
