/** What a payer sees of one payment: its state in words, the code to scan, and what can be done. */
import { pathFor } from './here.js'
import { drawCode } from './qr-code.js'
import { adviceFor, hints, phases, results, say, walletNames } from './words.js'

const make = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

const root = document.querySelector('#payment')
const payee = make('p', { className: 'payee' })
const status = make('p', { id: 'status' })
const advice = make('p', { id: 'advice' })
const code = make('div', { id: 'qr' })
const countdown = make('time', { id: 'countdown' })
const caption = make('figcaption', {})
const figure = make('figure', { className: 'code', hidden: true }, code, caption, countdown)
const next = make('a', { id: 'next', className: 'button' })
const actions = make('menu', {})
status.setAttribute('role', 'status')
root.append(payee, status, advice, figure, next, actions)

const notClosed = ['钱包还不肯关闭：钱仍可能付出去。', 'The wallet would not close it yet: money may still come.']

const close = async (payment) => {
  const { status: ended } = await payment.close()
  if (ended === 'pending') advice.textContent = say(notClosed)
}

const buttons = [
  { id: 'renew', words: ['换一个码', 'New code'], in: ['showing'], press: (payment) => payment.renew() },
  { id: 'close', words: ['取消付款', 'Cancel'], in: ['showing', 'away', 'confirming'], press: close },
  {
    id: 'stop',
    words: ['先不等了', 'Stop waiting'],
    in: ['invoking', 'confirming'],
    press: (payment) => payment.stop(),
  },
]

/** Where the payer can go on from: by the result, or from a wait that may have come to nothing. */
const ways = {
  paid: [['继续逛逛', 'Back to the shop'], () => '/'],
  pending: [['再查一次', 'Check again'], () => pathFor('/return')],
  unpaid: [['重新付款', 'Pay again'], () => pathFor('/checkout')],
  code: [['改用手机扫码', 'Use a code instead'], () => `${pathFor('/checkout')}&by=qr`],
  waiting: [['还没有付？重新付款', 'Not paid yet? Pay again'], () => pathFor('/checkout')],
}

/** Nobody can say that WeChat on a PC pays by its bridge: where it refuses, a code for the phone is the way out. */
const refusedOnDesktop = ({ platform, claim }) => platform === 'wechat-desktop' && claim?.is === 'failed'

const wayOn = (state) => {
  const { phase, result } = state
  if (result?.status === 'paid') return ways.paid
  if (refusedOnDesktop(state)) return ways.code
  if (phase === 'away' || phase === 'confirming') return ways.waiting
  return result && (ways[result.status] ?? ways.unpaid)
}

const showWayOn = (state) => {
  const way = wayOn(state)
  next.hidden = !way
  if (!way) return
  next.textContent = say(way[0])
  next.href = way[1]()
}

const wordsOf = ({ phase, hint, result }) =>
  say(result ? results[result.status] : (phase === 'showing' && hints[hint]) || phases[phase])

const showCode = ({ phase, qr }, wallet) => {
  figure.hidden = phase !== 'showing' || !qr
  if (figure.hidden || code.dataset.content === qr.content) return
  code.dataset.content = qr.content
  const words = [`用${walletNames[wallet][0]}扫一扫`, `Scan with ${walletNames[wallet][1]}`]
  caption.textContent = say(words)
  drawCode(code, qr.content, say(words))
}

const showCountdown = ({ expiresAtMs }) => {
  const seconds = Math.max(0, Math.round(((expiresAtMs ?? 0) - Date.now()) / 1000))
  countdown.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

const buttonFor = (payment, { id, words, press }) =>
  make('li', {}, make('button', { id, type: 'button', textContent: say(words), onclick: () => press(payment) }))

/** Made anew for another phase only: a button that goes away under a finger loses its click. */
const showButtons = (payment) => {
  const { phase } = payment.state
  if (actions.dataset.phase === phase) return
  actions.dataset.phase = phase
  const useful = buttons.filter((button) => button.in.includes(phase))
  actions.replaceChildren(...useful.map((button) => buttonFor(payment, button)))
}

const show = (payment, wallet) => {
  const { state } = payment
  root.hidden = false
  payee.textContent = state.payee ?? ''
  Object.assign(status.dataset, { phase: state.phase, result: state.result?.status ?? '', platform: state.platform })
  status.textContent = wordsOf(state)
  advice.textContent = state.result ? adviceFor(state.result) : ''
  showCode(state, wallet)
  showCountdown(state)
  showWayOn(state)
  showButtons(payment)
}

/**
 * Shows the payment until it settles, and answers its result.
 * @param {import('isopay').Payment} payment
 * @param {'wechat' | 'alipay'} [wallet] the one that was tapped
 */
export const watch = async (payment, wallet) => {
  const forget = payment.subscribe(() => show(payment, wallet))
  const timer = setInterval(() => showCountdown(payment.state), 1000)
  show(payment, wallet)
  const result = await payment.result
  clearInterval(timer)
  forget()
  show(payment, wallet)
  return result
}
