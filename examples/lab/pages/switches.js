/** The switches for what can go wrong: one of each group at a time, in force at once. */
import { faults, honest } from './faults.js'
import { element, say } from './words.js'

const groups = { wallet: ['钱包', 'Wallet'], network: ['网络', 'Network'] }
const quiet = ['一切正常。打开一个开关，看看会怎样。', 'All is well. Flip a switch and see what becomes of it.']

const send = (body) =>
  fetch('/switches', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

/** `onNetwork` hears of `offline` and of its end, as a browser's pages do. */
export const openSwitches = (place, onNetwork) => {
  const on = { wallet: null, network: null }
  const expect = element('p', { className: 'expect' })
  const reset = element('button', { type: 'button', className: 'reset', textContent: say(['恢复正常', 'Reset']) })
  const chips = new Map()
  expect.setAttribute('role', 'status')

  const paint = () => {
    for (const [fault, chip] of chips) chip.setAttribute('aria-pressed', String(on[fault.group] === fault))
    const active = Object.values(on).filter(Boolean)
    expect.textContent = active.length > 0 ? active.map((fault) => say(fault.expect)).join(' ') : say(quiet)
    expect.classList.toggle('active', active.length > 0)
    reset.hidden = active.length === 0
  }

  const apply = async (fault, group) => {
    const before = on[group]
    on[group] = fault
    paint()
    await send(group === 'network' ? { network: 'normal', ...fault?.set } : { ...honest, ...fault?.set })
    if (group === 'network' && [before?.id, fault?.id].includes('offline'))
      onNetwork(fault?.id === 'offline' ? 'offline' : 'online')
  }

  const chipFor = (fault) => {
    const chip = element('button', { type: 'button', id: `fault-${fault.id}`, textContent: say(fault.name) })
    chip.addEventListener('click', () => apply(on[fault.group] === fault ? null : fault, fault.group))
    chips.set(fault, chip)
    return chip
  }

  const clear = async () => {
    for (const group of Object.keys(groups)) if (on[group]) await apply(null, group)
  }
  reset.addEventListener('click', clear)

  for (const [group, title] of Object.entries(groups)) {
    const row = element('div', { className: 'chips' }, ...faults.filter((each) => each.group === group).map(chipFor))
    place.append(element('h3', { textContent: say(title) }), row)
  }
  place.append(expect, reset)
  paint()

  return {
    isOn: (id) => Object.values(on).some((fault) => fault?.id === id),
    /** Only what can matter to the scene is shown. */
    narrow: (needs) => {
      for (const [fault, chip] of chips) chip.hidden = fault.needs !== undefined && !needs.includes(fault.needs)
    },
    /** A lost answer is lost once: then the network is in order by itself. */
    heard: (network) => {
      if (network !== 'normal' || on.network?.id !== 'lost') return
      on.network = null
      paint()
    },
  }
}
