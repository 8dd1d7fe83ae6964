/** The messages as a sequence picture: a lane for each who speaks, an arrow for each message, newest below. */
import { element, say } from './words.js'

const actors = {
  pc: ['电脑页面', 'PC page'],
  phone: ['手机', 'Phone'],
  merchant: ['商家服务器', 'Merchant'],
  wallet: ['钱包', 'Wallet'],
}

const names = {
  order: ['下单', 'new order'],
  login: ['登录', 'log in'],
  cashier: ['收银台', 'cashier'],
  scan: ['扫码', 'scan'],
  code: ['取付款码', 'payment code'],
  invoke: ['调起', 'invoke'],
  pay: ['确认付款', 'pay'],
  cancel: ['取消', 'cancel'],
  charge: ['扣款', 'charge'],
  query: ['查询', 'query'],
  reverse: ['撤销', 'reverse'],
  payer: ['付款人是谁？', 'who pays?'],
  notify: ['通知', 'notify'],
}

const lost = ['丢失', 'lost']

export const openTrace = ({ lanes, messages, detail }) => {
  let order = []
  let rows = new Map()

  const clear = (wanted, title = {}) => {
    order = wanted
    rows = new Map()
    lanes.replaceChildren(...order.map((actor) => element('span', { textContent: say(title[actor] ?? actors[actor]) })))
    lanes.style.setProperty('--lanes', order.length)
    messages.style.setProperty('--lanes', order.length)
    messages.replaceChildren()
    detail.hidden = true
  }

  const show = (row, fields) => {
    for (const each of messages.querySelectorAll('[aria-expanded=true]')) each.setAttribute('aria-expanded', 'false')
    row.setAttribute('aria-expanded', 'true')
    detail.replaceChildren(
      element('h3', { textContent: fields.line }),
      element('pre', { textContent: JSON.stringify(fields.detail ?? {}, null, 2) }),
    )
    detail.hidden = false
  }

  /** Newest visible, unless somebody looks at an older one. */
  const add = (row) => {
    const atEnd = messages.scrollHeight - messages.scrollTop - messages.clientHeight < 60
    messages.append(row)
    if (atEnd) messages.scrollTop = messages.scrollHeight
  }

  const arrow = (from, to, text, look, fields) => {
    const [start, end] = [order.indexOf(from), order.indexOf(to)]
    if (start < 0 || end < 0) return
    const button = element('button', { type: 'button' }, element('span', { textContent: text }), element('i'))
    button.setAttribute('aria-expanded', 'false')
    button.setAttribute('aria-label', `${say(actors[from])} → ${say(actors[to])}: ${text}`)
    button.addEventListener('click', () => show(button, fields))
    const row = element('li', { className: `${look} ${start < end ? 'right' : 'left'}` }, button)
    row.style.setProperty('--start', Math.min(start, end))
    row.style.setProperty('--span', Math.abs(start - end))
    add(row)
  }

  const hear = (heard) => {
    if (heard.is === 'asked') {
      rows.set(heard.id, heard)
      arrow(heard.from, heard.to, names[heard.name] ? say(names[heard.name]) : heard.name, 'asked', heard)
    }
    const asked = rows.get(heard.id)
    if (!asked || heard.is === 'asked') return
    const { line, from, to } = asked
    if (heard.is === 'lost') return arrow(to, from, say(lost), 'lost', { line, detail: {} })
    const look = heard.word === 'paid' ? 'answered good' : heard.status >= 400 ? 'answered bad' : 'answered'
    arrow(to, from, heard.word, look, { line: `${heard.status} · ${heard.ms} ms`, detail: heard.detail })
  }

  /** A stage that isopay has come to, on the lane of its page. */
  const step = (device, { stage, event, ...more }) => {
    const lane = order.indexOf(device)
    if (lane < 0) return
    const row = element('li', { className: 'step' }, element('span', { textContent: stage }))
    row.style.setProperty('--start', lane)
    row.title = event
    add(row)
  }

  return { clear, hear, step }
}
