/** Keystrokes as a browser tells them: what each hand and each scanner does, and what must be read. */
import type { Keydown } from '../../src/desk/characters.ts'

export interface Keystroke extends Keydown {
  readonly atMs: number
}

export interface Recording {
  readonly name: string
  readonly keys: readonly Keystroke[]
  readonly scans: readonly string[]
}

export const wechat = '134567890123456789'
/** Another code of the same wallet. */
export const other = '134567890123456780'
export const alipay = '2876543210987654321'
const face = 'fp0a1b2c3d4e5f60718293'

const plain = { repeat: false, ctrlKey: false, altKey: false, metaKey: false }

const placeOf = (char: string): string => {
  if (/\d/.test(char)) return `Digit${char}`
  return /[a-z]/i.test(char) ? `Key${char.toUpperCase()}` : ''
}

const press = (key: string, code: string, atMs: number): Keystroke => ({ ...plain, key, code, atMs })

type Hand = (char: string, atMs: number) => Keystroke
const open: Hand = (char, atMs) => press(char, placeOf(char), atMs)
const composing: Hand = (char, atMs) => press('Process', placeOf(char), atMs)
const wide: Hand = (char, atMs) => press(String.fromCharCode(char.charCodeAt(0) + 0xfee0), '', atMs)
const shifted: Hand = (char, atMs) => press(')!@#$%^&*('[Number(char)] ?? char.toUpperCase(), placeOf(char), atMs)
const numpad: Hand = (char, atMs) => press(char, `Numpad${char}`, atMs)
const azerty: Hand = (char, atMs) => press('à&é"\'(-è_ç'[Number(char)] ?? char, placeOf(char), atMs)

/** `gapsMs` are repeated; a jitter as it was seen on a wedge scanner. */
const keysOf = (text: string, gapsMs: readonly number[], startMs = 0, hand: Hand = open): Keystroke[] => {
  let atMs = startMs
  return [...text].map((char, index) => {
    if (index > 0) atMs += gapsMs[index % gapsMs.length] ?? 0
    return hand(char, atMs)
  })
}

const after = (keys: readonly Keystroke[], ms: number): number => (keys[keys.length - 1]?.atMs ?? 0) + ms
const ended = (keys: Keystroke[], key = 'Enter', ms = 15): Keystroke[] => [...keys, press(key, key, after(keys, ms))]

const fast = [11, 9, 14, 10, 22, 8]
const slow = [50, 44, 58, 47, 61, 52]
const fingers = [140, 95, 210, 120, 170, 88]

const typed = keysOf('12 cups of tea', fingers)
const typedThen = (ms: number) => [...typed, ...ended(keysOf(wechat, fast, after(typed, ms)))]
const held = Array.from({ length: 18 }, (_, index) => ({ ...open('1', 500 + index * 30), repeat: index > 0 }))
const twice = ended(keysOf(wechat, fast))
const again = (ms: number) => [...twice, ...ended(keysOf(wechat, fast, after(twice, ms)))]

export const corpus: readonly Recording[] = [
  { name: 'a fast scanner, with Enter', keys: ended(keysOf(wechat, fast)), scans: [wechat] },
  { name: 'a fast scanner, with Tab', keys: ended(keysOf(alipay, fast), 'Tab'), scans: [alipay] },
  { name: 'a fast scanner that sends neither', keys: keysOf(alipay, fast), scans: [alipay] },
  { name: 'a slow scanner', keys: ended(keysOf(wechat, slow), 'Enter', 60), scans: [wechat] },
  {
    name: 'a scanner that is played into a numeric keypad',
    keys: ended(keysOf(wechat, fast, 0, numpad)),
    scans: [wechat],
  },
  { name: 'a face code', keys: ended(keysOf(face, fast)), scans: [face] },
  { name: 'typing', keys: ended(typed, 'Enter', 150), scans: [] },
  { name: 'eighteen digits typed by a hurried hand', keys: ended(keysOf(wechat, [75, 80, 90, 70])), scans: [] },
  { name: 'typing, a breath, a scan', keys: typedThen(400), scans: [wechat] },
  { name: 'typing with a scan right in the middle of a word', keys: typedThen(85), scans: [wechat] },
  {
    name: 'a scan, and typing that goes on after it',
    keys: [...ended(keysOf(wechat, fast)), ...keysOf('and so on', fingers, 400)],
    scans: [wechat],
  },
  {
    name: 'an input method that holds the keys back',
    keys: ended(keysOf(wechat, fast, 0, composing)),
    scans: [wechat],
  },
  { name: 'an input method, and a face code', keys: ended(keysOf(face, fast, 0, composing)), scans: [face] },
  { name: 'an input method that writes at full width', keys: ended(keysOf(wechat, fast, 0, wide)), scans: [wechat] },
  { name: 'Shift held by the cashier', keys: ended(keysOf(wechat, fast, 0, shifted)), scans: [wechat] },
  { name: 'a French keyboard', keys: ended(keysOf(wechat, fast, 0, azerty)), scans: [wechat] },
  {
    name: 'Shift, Caps Lock and dead keys in between',
    keys: ended(keysOf(wechat, fast).flatMap((key) => [press('Shift', 'ShiftLeft', key.atMs), key])),
    scans: [wechat],
  },
  { name: 'a key that a sleeve holds down', keys: ended(held), scans: [] },
  {
    name: 'a chord',
    keys: keysOf(wechat, fast).map((key) => ({ ...key, ctrlKey: true })),
    scans: [],
  },
  { name: 'the same scan twice in a second', keys: again(900), scans: [wechat] },
  { name: 'the same scan again much later', keys: again(3_500), scans: [wechat, wechat] },
  {
    name: 'two codes in one second',
    keys: [...ended(keysOf(wechat, fast)), ...ended(keysOf(alipay, fast, 600))],
    scans: [wechat, alipay],
  },
  {
    name: 'two codes with nothing between them but silence',
    keys: [...keysOf(wechat, fast), ...keysOf(alipay, fast, 500)],
    scans: [wechat, alipay],
  },
]
