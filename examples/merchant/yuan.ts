/** Alipay writes amounts in yuan with two places. No floating point touches money. */

export const yuanOf = (fen: number): string => {
  const digits = String(fen).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Fen, or null where the text is no amount. */
export const fenOf = (yuan: string): number | null => {
  const [, whole, part = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(yuan) ?? []
  return whole === undefined ? null : Number(whole + part.padEnd(2, '0'))
}
