/** Where scans come from: a page's keys, or a stream of text. */
import { characterOf, fold, type Keydown } from './characters.ts'
import { type Clock, makeReader, type ScanOptions } from './reader.ts'

/** What is used of a page’s `KeyboardEvent`. */
export interface KeydownEvent extends Keydown {
  readonly timeStamp: number
  readonly preventDefault: () => void
}

/** Where a scanner that plays a keyboard types: a document, or an element of it. */
export interface KeySource {
  /** As the DOM has it. */
  readonly addEventListener: (type: 'keydown', listener: (event: KeydownEvent) => void, capture: boolean) => void
  /** As the DOM has it. */
  readonly removeEventListener: (type: 'keydown', listener: (event: KeydownEvent) => void, capture: boolean) => void
}

/** Where a scanner sends text: `process.stdin` in raw mode, a serial port, a pipe. */
export interface TextSource {
  /** As a stream of Node’s has it. */
  readonly on: (event: 'data', listener: (chunk: string | Uint8Array) => void) => unknown
  /** As a stream of Node’s has it. */
  readonly off: (event: 'data', listener: (chunk: string | Uint8Array) => void) => unknown
}

/** Answers how to stop. The Enter or Tab of a scan does nothing else in the page. */
export const readKeys = (clock: Clock, source: KeySource, onScan: (code: string) => void, options?: ScanOptions) => {
  const reader = makeReader(clock, onScan, options)
  const hear = (event: KeydownEvent) => {
    const character = characterOf(event)
    if (character === null) return
    // The event's own time: keys that waited for a busy page did not come at once.
    if (character !== 'Enter' && character !== 'Tab') return reader.type(character, event.timeStamp)
    if (reader.end()) event.preventDefault()
  }
  source.addEventListener('keydown', hear, true)
  return (): void => {
    source.removeEventListener('keydown', hear, true)
    reader.stop()
  }
}

/** Answers how to stop. Bytes are UTF-8; a character may be cut in two between chunks. */
export const readStream = (clock: Clock, source: TextSource, onScan: (code: string) => void, options?: ScanOptions) => {
  const reader = makeReader(clock, onScan, options)
  const decoder = new TextDecoder()
  const hear = (chunk: string | Uint8Array) => {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    for (const char of fold(text)) {
      if (/[\r\n\t]/.test(char)) reader.end()
      else reader.type(char, clock.monotonicMs())
    }
  }
  source.on('data', hear)
  return (): void => {
    source.off('data', hear)
    reader.stop()
  }
}
