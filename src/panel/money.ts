/** An amount for the eyes. */
import type { Amount } from '../core/words.ts'

/** `{ value: 990, currency: 'CNY' }` as `¥9.90`. In Chinese places nobody takes a bare ¥ for yen. */
export const money = ({ value, currency }: Amount, language: string): string => {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency })
  const { maximumFractionDigits = 2 } = format.resolvedOptions()
  return format.format(value / 10 ** maximumFractionDigits).replace(/CN¥\s?/, '¥')
}

/** `65_000` as `1:05`. */
export const minutes = (ms: number): string => {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
