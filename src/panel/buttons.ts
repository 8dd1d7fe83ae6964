/** A list of buttons. One that stays keeps its element, and with it the focus. */
import type { Draw } from './draw.ts'

export interface Item {
  readonly id: string
  readonly text: string
  /** Read out instead of the text. */
  readonly label?: string
}

export interface Buttons {
  readonly element: HTMLElement
  readonly paint: (items: readonly Item[]) => void
}

/** `dress` gives the parts that stand around the text. */
export const makeButtons = (
  { html }: Draw,
  part: string,
  press: (id: string) => void,
  dress: (id: string, text: HTMLElement) => readonly Node[] = (_, text) => [text],
): Buttons => {
  const element = html('ul', { class: part, role: 'list' })
  const rows = new Map<
    string,
    { readonly row: HTMLElement; readonly button: HTMLElement; readonly text: HTMLElement }
  >()

  const make = (id: string) => {
    const text = html('span')
    const button = html('button', { type: 'button', part: `button ${part} ${id}` }, ...dress(id, text))
    button.addEventListener('click', () => press(id))
    return { button, text, row: html('li', {}, button) }
  }

  const rowOf = ({ id, text, label }: Item): HTMLElement => {
    const made = rows.get(id) ?? make(id)
    rows.set(id, made)
    if (made.text.textContent !== text) made.text.textContent = text
    if (label) made.button.setAttribute('aria-label', label)
    return made.row
  }

  /** A row that is moved loses the focus, so only what differs is touched. */
  const paint = (items: readonly Item[]): void => {
    for (const { row } of rows.values()) if (!items.some(({ id }) => rows.get(id)?.row === row)) row.remove()
    items.forEach((item, index) => {
      const row = rowOf(item)
      const there = element.children[index] ?? null
      if (there !== row) element.insertBefore(row, there)
    })
    element.hidden = items.length === 0
  }

  return { element, paint }
}
