/** The messages as a sequence picture: a lane for each who speaks, an arrow for each message, newest below. */
import { actors, lost, names } from './messages.js'
import { element, say } from './words.js'

export const openTrace = ({ lanes, messages, detail }) => {
  let order = []
  let asked = new Map()
  let stages = {}
  let payments = new Set()
  detail.tabIndex = 0 // it scrolls, also for who has no pointer

  const clear = (wanted, titles = {}) => {
    order = wanted
    asked = new Map()
    stages = {}
    payments = new Set()
    lanes.replaceChildren(
      ...order.map((actor) => element('span', { textContent: say(titles[actor] ?? actors[actor]) })),
    )
    for (const each of [lanes, messages]) each.style.setProperty('--lanes', order.length)
    messages.replaceChildren()
    detail.hidden = true
  }

  const open = (button, fields) => {
    const wasOpen = button.getAttribute('aria-expanded') === 'true'
    for (const each of messages.querySelectorAll('[aria-expanded=true]')) each.setAttribute('aria-expanded', 'false')
    button.setAttribute('aria-expanded', String(!wasOpen))
    detail.hidden = wasOpen
    detail.replaceChildren(
      element('h3', { textContent: fields.line }),
      element('pre', { textContent: JSON.stringify(fields.detail ?? {}, null, 2) }),
    )
  }

  /** What is heard of late stands where it belongs. The newest is in sight, unless somebody looks at an older one. */
  const add = (row, atMs) => {
    const atEnd = messages.scrollHeight - messages.scrollTop - messages.clientHeight < 80
    row.dataset.at = atMs
    const before = [...messages.children].findLast((each) => Number(each.dataset.at) <= atMs)
    if (before) before.after(row)
    else messages.prepend(row)
    if (atEnd) messages.scrollTop = messages.scrollHeight
  }

  const arrow = ([from, to], text, look, { atMs, ...fields }) => {
    const [start, end] = [order.indexOf(from), order.indexOf(to)]
    if (start < 0 || end < 0) return
    const button = element('button', { type: 'button' }, element('span', { textContent: text }), element('i'))
    button.setAttribute('aria-expanded', 'false')
    button.setAttribute('aria-label', `${say(actors[from])} → ${say(actors[to])}: ${text}`)
    button.addEventListener('click', () => open(button, fields))
    const row = element('li', { className: `${look} ${start < end ? 'right' : 'left'}` }, button)
    row.style.setProperty('--start', Math.min(start, end))
    row.style.setProperty('--span', Math.abs(start - end))
    add(row, atMs)
  }

  const look = ({ status, word, ofMerchant }) => {
    if (ofMerchant && word === 'paid') return 'answered good'
    return status >= 500 || (ofMerchant && status >= 400) ? 'answered bad' : 'answered'
  }

  /** A merchant's server may still be busy with what another scene has left. */
  const isOfScene = ({ from, about }) => {
    if (about === undefined || payments.has(about)) return true
    if (from === 'merchant' || from === 'wallet') return false
    payments.add(about)
    return true
  }

  const hear = (heard) => {
    const { is, id, atMs } = heard
    if (is === 'asked') {
      if (!isOfScene(heard)) return
      asked.set(id, heard)
      return arrow([heard.from, heard.to], names[heard.name] ? say(names[heard.name]) : heard.name, 'asked', heard)
    }
    const before = asked.get(id)
    if (!before) return
    const back = [before.to, before.from]
    if (is === 'lost') return arrow(back, say(lost), 'lost', { atMs, line: before.line })
    const line = `${before.line} → ${heard.status}, ${heard.ms} ms`
    arrow(back, heard.word, look(heard), { atMs, line, detail: heard.detail })
  }

  /** A stage that isopay has come to, on the lane of its page. */
  const step = (device, { stage, event, atMs }) => {
    const lane = order.indexOf(device)
    if (lane < 0 || stages[device] === stage) return
    stages[device] = stage
    const row = element('li', { className: 'step', title: event }, element('b', { textContent: stage }))
    row.style.setProperty('--start', lane)
    add(row, atMs)
  }

  return { clear, hear, step }
}
