// Runs before every script of a page in the lab's frames, and in no page that stands by itself. wire.ts wraps it in a
// function whose argument is `lab`: the origin of the only page that gets a line to it, and so is told anything, or obeyed.

const { port1: line, port2: end } = new MessageChannel()
const tell = (message) => line.postMessage(message)
window.parent.postMessage({ is: 'eye' }, lab, [end])

// A frame is named for its device and its language. A phone has no scroll bars.
const [device, language] = window.name.split(' ')
if (language) sessionStorage.setItem('lang', language)
if (device === 'phone') document.documentElement.style.scrollbarWidth = 'none'

// The panel is closed to the page, and stays so; a payer's eyes and hands are no script of the page.
const roots = new Set()
const attach = Element.prototype.attachShadow
Element.prototype.attachShadow = function (init) {
  const root = attach.call(this, init)
  roots.add(root)
  return root
}

const isSeen = (element) => element.getClientRects().length > 0 && !element.disabled

const find = (selector) => {
  for (const root of [document, ...roots])
    for (const element of root.querySelectorAll(selector)) if (isSeen(element)) return element
  return null
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms))

const found = async (selector, patienceMs) => {
  for (const end = Date.now() + patienceMs; Date.now() < end; await pause(60)) {
    const element = find(selector)
    if (element) return element
  }
  throw new Error(`${location.pathname}: no ${selector}`)
}

const rectOf = (element) => {
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x, y, width, height }
}

const enter = (element, text) => {
  element.focus({ preventScroll: true })
  element.value = text
  element.dispatchEvent(new Event('input', { bubbles: true }))
  element.dispatchEvent(new Event('change', { bubbles: true }))
}

/** As a scanner plays it into the cashier's keyboard. */
const typeIn = async (text) => {
  for (const key of [...text, 'Enter']) {
    document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await pause(4)
  }
}

const choosePicture = (input, picture) => {
  const files = new DataTransfer()
  files.items.add(new File([picture], 'code.png', { type: 'image/png' }))
  input.files = files.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

const deeds = {
  find: async ({ selector, patienceMs }) => {
    const element = await found(selector, patienceMs)
    element.scrollIntoView({ block: 'nearest' })
    return rectOf(element)
  },
  tap: async ({ selector }) => (await found(selector, 1000)).click(),
  enter: async ({ selector, text }) => enter(await found(selector, 1000), text),
  type: ({ text }) => typeIn(text),
  picture: async ({ picture }) => choosePicture(await found('#picture', 5000), picture),
  connection: ({ event }) => window.dispatchEvent(new Event(event)),
}

line.onmessage = async ({ data }) => {
  try {
    tell({ is: 'done', id: data.id, answer: await deeds[data.deed](data) })
  } catch (error) {
    tell({ is: 'failed', id: data.id, why: error.message })
  }
}

addEventListener('isopay-trace', ({ detail }) => tell({ is: 'step', step: detail }))

/** What the page says of the payment, and what there is to be scanned on it. */
let before = ''
const look = () => {
  const { phase = '', result = '' } = document.querySelector('#status')?.dataset ?? {}
  const code = find('#qr svg, #page-qr svg, [part~="qr"] svg')
  const digits = document.querySelector('#code[data-code]')?.dataset.code ?? ''
  const seen = { phase, result, digits, code: code && { svg: code.outerHTML, rect: rectOf(code) } }
  const now = JSON.stringify(seen)
  if (now !== before) tell({ is: 'seen', ...seen })
  before = now
}
setInterval(look, 150)

document.addEventListener('DOMContentLoaded', () => tell({ is: 'opened', path: location.pathname }))
