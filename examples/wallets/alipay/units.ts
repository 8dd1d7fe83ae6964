/** Alipay's units: yuan as a text with two places, Beijing time without a zone, spans such as `90m`. */

export const yuan = (fen: number): string => (fen / 100).toFixed(2)

/** Fen, or null where the text is no amount. */
export const fen = (text: string | null): number | null => {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text ?? '')
  if (!match) return null
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

const eastern = 8 * 3600_000

export const beijing = (at: number): string => new Date(at + eastern).toISOString().slice(0, 19).replace('T', ' ')

/** Epoch milliseconds of `yyyy-MM-dd HH:mm[:ss]`, or null. */
export const instant = (text: string): number | null => {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)(:\d\d)?$/.exec(text)
  if (!match) return null
  const at = Date.parse(`${match[1]}T${match[2]}${match[3] ?? ':00'}+08:00`)
  return Number.isNaN(at) ? null : at
}

const unitMs: Record<string, number> = { m: 60_000, h: 3600_000, d: 24 * 3600_000 }

/** Milliseconds of `timeout_express`: 1m to 15d, or `1c`, which ends with the day. */
export const span = (text: string, now: number): number | null => {
  if (text === '1c') return 24 * 3600_000 - ((now + eastern) % (24 * 3600_000))
  const match = /^(\d{1,5})([mhd])$/.exec(text)
  if (!match) return null
  const ms = Number(match[1]) * (unitMs[match[2] ?? ''] ?? 0)
  return ms >= 60_000 && ms <= 15 * 24 * 3600_000 ? ms : null
}
