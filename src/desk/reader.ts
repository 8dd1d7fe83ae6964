/** Tells a scan from typing: by its pace, and by how it ends. */
import type { Host } from '../core/ports.ts'

export type Clock = Pick<Host, 'monotonicMs' | 'after'>

/**
 * How a scan is told from typing. Times in milliseconds. Scanners that play a keyboard take 10 to 50 ms a character;
 * public code, read 2026-11.
 */
export interface ScanOptions {
  /** A scan takes at most this many milliseconds for each of its characters, on average. Default 60. */
  readonly paceMs?: number
  /** So long without a key ends a scan that sends neither Enter nor Tab. Default 100. */
  readonly silenceMs?: number
  /** The same code again is the same scan until it was not seen for so long. Default 3000. */
  readonly repeatMs?: number
  /** Characters; fewer are typing. Default 10. */
  readonly shortest?: number
}

interface Stroke {
  readonly char: string
  readonly atMs: number
}

export interface Reader {
  readonly type: (char: string, atMs: number) => void
  /** Enter or Tab. True where a scan ended with it. */
  readonly end: () => boolean
  readonly stop: () => void
}

const longest = 256

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? 0

/** What was typed just before a scan is slower than the scan: cut it off where the pace changes. */
const burst = (strokes: readonly Stroke[], paceMs: number): readonly Stroke[] => {
  const gaps = strokes.slice(1).map(({ atMs }, index) => atMs - (strokes[index]?.atMs ?? atMs))
  const slow = Math.max(3 * median(gaps), paceMs)
  const cut = gaps.reduce((last, gap, index) => (gap > slow ? index + 1 : last), 0)
  return strokes.slice(cut)
}

const isFast = (strokes: readonly Stroke[], paceMs: number): boolean => {
  const tookMs = (strokes[strokes.length - 1]?.atMs ?? 0) - (strokes[0]?.atMs ?? 0)
  return tookMs <= paceMs * strokes.length
}

export const makeReader = (clock: Clock, onScan: (code: string) => void, options: ScanOptions = {}): Reader => {
  const { paceMs = 60, silenceMs = 100, repeatMs = 3_000, shortest = 10 } = options
  let strokes: Stroke[] = []
  let last = ''
  let forgetSilence = () => {}
  let forgetLast = () => {}

  /** A code is a secret: it is kept no longer than a repeat of it has to be known. */
  const isRepeat = (code: string): boolean => {
    const repeats = code === last
    last = code
    forgetLast()
    forgetLast = clock.after(repeatMs, () => {
      last = ''
    })
    return repeats
  }

  const end = (): boolean => {
    forgetSilence()
    const scan = burst(strokes, paceMs)
    strokes = []
    if (scan.length < shortest || !isFast(scan, paceMs)) return false
    const code = scan.map(({ char }) => char).join('')
    if (!isRepeat(code)) onScan(code)
    return true
  }

  const type = (char: string, atMs: number): void => {
    const previous = strokes[strokes.length - 1]
    if (previous && atMs - previous.atMs > silenceMs) end() // its timer was late
    strokes.push({ char, atMs })
    if (strokes.length > longest) strokes.shift()
    forgetSilence()
    forgetSilence = clock.after(silenceMs, end)
  }

  const stop = (): void => {
    forgetSilence()
    forgetLast()
    strokes = []
    last = ''
  }
  return { type, end, stop }
}
