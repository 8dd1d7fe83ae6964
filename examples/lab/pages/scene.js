/** One scene at a time: the pages it begins with, what is heard of it, and its being played. */
import { openPlayer } from './player.js'
import { element, language, say } from './words.js'

const byId = (id) => document.getElementById(id)

const play = ['替我演示', 'Play it for me']
const again = ['再演示一遍', 'Play it again']
const till = { pc: ['收银台', 'Till'] }

export const openScene = ({ devices, origins, hand, trace, lamps, switches, chrome }) => {
  const seen = { pc: {}, phone: {} }
  let now = new AbortController()
  let scene
  let wallet

  const urlOf = ({ place, path }) => `${origins[place]}${path}${path.includes('?') ? '&' : '?'}lang=${language}`
  const home = () => urlOf({ place: 'wallets', path: `/${wallet}/` })
  const go = () => now.signal.throwIfAborted()

  const player = openPlayer({
    devices,
    hand,
    seen: (name) => seen[name],
    /** Whatever the phone shows, a scan begins in the wallet. */
    openHome: () => devices.phone.origin() === origins.wallets || devices.phone.open(home()),
  })

  const mark = (index) => {
    for (const [at, item] of [...byId('steps').children].entries())
      if (at === index) item.setAttribute('aria-current', 'step')
      else item.removeAttribute('aria-current')
  }

  const describe = () => {
    byId('name').textContent = say(scene.name)
    byId('about').textContent = say(scene.about)
    byId('steps').replaceChildren(...scene.steps(wallet).map(({ says }) => element('li', { textContent: say(says) })))
    byId('play').textContent = say(play)
    byId('stage').toggleAttribute('data-alone', !scene.pc)
    document.body.dataset.played = ''
    byId('steps').title = ''
    switches.narrow(scene.needs)
  }

  const openPages = () => {
    for (const [name, device] of Object.entries(devices)) {
      seen[name] = {}
      device.open(scene[name] ? urlOf(scene[name](wallet)) : 'about:blank')
    }
  }

  const begin = (chosen, whose) => {
    now.abort()
    now = new AbortController()
    scene = chosen
    wallet = whose
    hand.rest()
    describe()
    trace.clear(scene.lanes, scene.id === 'payment-code' ? till : {})
    lamps.clear()
    openPages()
  }

  /** Another scene ends this one; and with a switch on, a page may never come to the next step, which is then seen. */
  const follow = async (work) => {
    const { signal } = now
    try {
      await work()
    } catch (error) {
      if (signal.aborted) return
      document.body.dataset.played = 'stuck'
      byId('steps').title = error.message
    }
    hand.rest()
  }

  const carry = {
    picture: () => follow(() => player.carryPicture(go)),
    digits: () => follow(() => player.carryDigits(go)),
  }

  return {
    begin,
    carry,
    play: (chosen, whose) => {
      begin(chosen, whose)
      const { signal } = now
      document.body.dataset.played = 'playing'
      return follow(async () => {
        const options = { isOn: switches.isOn, go: () => signal.throwIfAborted(), onStep: mark }
        await player.play(scene.steps(wallet), options)
        document.body.dataset.played = 'done'
        byId('play').textContent = say(again)
      })
    },
    /** What a device's eye tells. */
    hear: (told) => {
      if (told.is === 'opened') chrome(told)
      if (told.is === 'step') trace.step(told.device, told.step)
      if (told.is === 'step' && told.device === scene.end) lamps.page(told.step)
      if (told.is !== 'seen') return
      seen[told.device] = told
      if (told.device === scene.end) lamps.page(told)
      byId('carry-picture').hidden = !seen.pc.code || Boolean(seen.pc.result)
      byId('carry-digits').hidden = !seen.phone.digits || scene.id !== 'payment-code'
    },
    /** What goes over the wires. */
    overhear: (heard) => {
      if (heard.is === 'books') {
        lamps.books(heard)
        return switches.heard(heard.network)
      }
      // Nobody can say of which payment a forged notification is: it may be an earlier scene's.
      if (heard.name === 'notify' && !heard.about && !switches.isOn('notice-forged')) return
      trace.hear(heard)
      if (heard.ofMerchant) lamps.merchant(heard.detail ?? {})
    },
  }
}
