/** The elements that a payer sees. They are made once, and painted from a look. */
import { makeButtons } from './buttons.ts'
import { makeCode } from './code.ts'
import { type Draw, drawIn, refill } from './draw.ts'
import { icons, markOf } from './icons.ts'
import type { Look } from './look.ts'

export interface Presses {
  readonly wallet: (id: string) => void
  readonly action: (id: string) => void
  /** The code could not be drawn. */
  readonly missing: () => void
}

export interface Face {
  readonly element: HTMLElement
  readonly paint: (look: Look) => void
  /** The code is drawn anew the next time. */
  readonly forgetCode: () => void
}

const line = { fill: 'none', stroke: 'currentColor', 'stroke-width': '2', 'stroke-linecap': 'round' } as const
const arrow = 'M9 6l6 6-6 6'

const say = (element: HTMLElement, text: string): void => {
  if (element.textContent !== text) element.textContent = text
  element.hidden = text === ''
}

const makeHeading = ({ html }: Draw) => {
  const payee = html('p', { class: 'payee', part: 'payee' })
  const title = html('p', { class: 'title', part: 'title' })
  const amount = html('p', { class: 'amount', part: 'amount' })
  const element = html('header', { part: 'heading' }, payee, title, amount)
  const paint = ({ heading }: Look): void => {
    say(payee, heading.payee)
    say(title, heading.title)
    say(amount, heading.amount)
    element.hidden = !heading.amount && !heading.payee
  }
  return { element, paint }
}

/** `role=status` stands there from the start, and changes in one go: so each change is read out, and once. */
const makeStatus = ({ html, picture }: Draw) => {
  const icon = html('div', { class: 'icon', part: 'icon' })
  const words = html('div', { role: 'status', 'aria-atomic': 'true', class: 'words', part: 'status' })
  let shown = ''
  const paint = ({ title, advice }: Look): void => {
    if (shown === `${title}\n${advice}`) return
    shown = `${title}\n${advice}`
    const more = advice ? [' ', html('span', { class: 'advice', part: 'advice' }, advice)] : []
    refill(words, html('strong', {}, title), ...more)
  }
  const paintIcon = ({ icon: name }: Look): void => {
    if (icon.dataset.name === name) return
    icon.dataset.name = name
    refill(icon, picture(24, '', { ...line, d: icons[name] }))
  }
  return { element: html('div', { class: 'status' }, icon, words), paint, paintIcon }
}

const makeFigure = (draw: Draw, missing: () => void) => {
  const { html } = draw
  const code = makeCode(draw)
  const label = html('span')
  const time = html('time', { class: 'time', role: 'timer', part: 'time' })
  const left = html('p', { class: 'left' }, label, ' ', time)
  const link = html('a', { class: 'link', part: 'link', rel: 'noreferrer' })
  const element = html('figure', { class: 'code', part: 'code' }, code.element, html('figcaption', {}, left, link))
  const paint = ({ code: shown, timeLeft, labels }: Look): void => {
    element.hidden = !shown
    left.hidden = timeLeft === ''
    say(label, labels.timeLeft)
    say(time, timeLeft)
    if (!shown) return
    code.show(shown.content, shown.title, missing)
    say(link, shown.link && labels.openLink)
    if (shown.link) link.setAttribute('href', shown.link)
  }
  return { element, paint, forget: code.forget }
}

const makeElsewhere = ({ html }: Draw) => {
  const element = html('ul', { class: 'elsewhere', role: 'list', part: 'elsewhere' })
  const paint = ({ elsewhere }: Look): void => {
    element.hidden = elsewhere.length === 0
    if (element.textContent !== elsewhere.join('')) refill(element, ...elsewhere.map((text) => html('li', {}, text)))
  }
  return { element, paint }
}

const walletRow = ({ html, picture }: Draw, id: string, text: HTMLElement): readonly Node[] => {
  const { ground, figure } = markOf(id)
  const tile = { fill: ground, d: 'M6 0h12a6 6 0 0 1 6 6v12a6 6 0 0 1-6 6H6a6 6 0 0 1-6-6V6a6 6 0 0 1 6-6z' }
  const mark = picture(24, '', tile, { ...line, stroke: '#fff', d: figure })
  const go = picture(24, '', { ...line, d: arrow })
  return [html('span', { class: 'mark', part: 'mark' }, mark), text, html('span', { class: 'go' }, go)]
}

/** Puts the elements into `root`. */
export const makeFace = (root: ShadowRoot, presses: Presses): Face => {
  const draw = drawIn(root.ownerDocument)
  const heading = makeHeading(draw)
  const status = makeStatus(draw)
  const figure = makeFigure(draw, presses.missing)
  const wallets = makeButtons(draw, 'wallet', presses.wallet, (id, text) => walletRow(draw, id, text))
  const elsewhere = makeElsewhere(draw)
  const actions = makeButtons(draw, 'action', presses.action)
  const parts = [heading, status, figure, wallets, elsewhere, actions]
  const paid = draw.html('slot', { name: 'paid' })
  const section = draw.html('section', { part: 'panel', tabindex: '-1' }, ...parts.map(({ element }) => element), paid)
  root.append(section)

  return {
    element: section,
    forgetCode: figure.forget,
    paint: (look) => {
      const focused = root.activeElement
      section.setAttribute('aria-label', look.name)
      if (look.lang) section.lang = look.lang
      else section.removeAttribute('lang')
      section.dataset.scene = look.scene
      section.dataset.tone = look.tone
      paid.hidden = look.scene !== 'paid'
      status.paintIcon(look)
      for (const { paint } of [heading, status, figure, elsewhere]) paint(look)
      wallets.paint(look.wallets)
      actions.paint(look.actions)
      // A button that went away under the payer's finger must not send the keyboard back to the top of the page.
      if (focused && root.activeElement === null) section.focus({ preventScroll: true })
    },
  }
}
