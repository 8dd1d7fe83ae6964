/** From keys to the characters that a scanner meant, whatever the keyboard's language and the cashier's fingers do. */

/** What is read of a `keydown`. */
export interface Keydown {
  readonly key: string
  /** The key's place on the keyboard, such as `Digit1`; also there while an input method holds `key` back. */
  readonly code: string
  readonly repeat: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

/** An input method may write digits and letters at full width: U+FF01 to U+FF5E are ASCII, moved. Unicode 16, chart FF00. */
export const fold = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')

/** A scanner that plays a keyboard presses digit keys: their place says more than what Shift or a layout makes of them. */
const digitAt = (code: string): string | undefined => /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]

/** While an input method is open the browser says `Process` (key code 229) and keeps the letter. W3C UI Events, 5.2. */
const letterAt = (code: string): string | undefined => /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase()

/** The character, `Enter` or `Tab`; null for what is part of no code: a chord, a bare Shift, a key that is held down. */
export const characterOf = ({ key, code, repeat, ctrlKey, altKey, metaKey }: Keydown): string | null => {
  if (repeat || ctrlKey || altKey || metaKey) return null
  if (key === 'Enter' || code === 'NumpadEnter' || key === 'Tab') return key === 'Tab' ? 'Tab' : 'Enter'
  const digit = digitAt(code)
  if (digit !== undefined) return digit
  if (key === 'Process') return code === 'Enter' || code === 'Tab' ? code : (letterAt(code) ?? null)
  return [...key].length === 1 ? fold(key) : null
}
