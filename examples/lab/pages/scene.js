/** One scene at a time: the pages it begins with, what is heard of it, and its being played. */
import { openPlayer } from './player.js'
import { element, language, say } from './words.js'

const byId = (id) => document.getElementById(id)

const words = {
  play: ['替我演示', 'Play it for me'],
  again: ['再演示一遍', 'Play it again'],
  scan: ['用手机扫这个码', 'Scan with the phone'],
  till: ['收银台扫这个码', 'Scan at the till'],
}

const till = { pc: ['收银台', 'Till'] }

export const openScene = ({ devices, origins, hand, trace, lamps, switches }) => {
  const seen = { pc: {}, phone: {} }
  let now = new AbortController()
  let scene
  let wallet = 'wechat'
  let isNew = false

  const urlOf = ({ place, path }) => `${origins[place]}${path}${path.includes('?') ? '&' : '?'}lang=${language}`

  const player = openPlayer({
    devices,
    hand,
    seen: (name) => seen[name],
    /** Whatever the phone shows, a scan begins in the wallet. */
    openHome: () => {
      if (devices.phone.origin() !== origins.wallets)
        devices.phone.open(urlOf({ place: 'wallets', path: `/${wallet}/` }))
    },
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
    byId('play').textContent = say(words.play)
    byId('stage').toggleAttribute('data-alone', !scene.pc)
    switches.narrow(scene.needs)
  }

  const openPages = () => {
    for (const [name, device] of Object.entries(devices)) {
      seen[name] = {}
      if (scene[name]) device.open(urlOf(scene[name](wallet)))
      else device.open('about:blank')
    }
  }

  const begin = (chosen, whose) => {
    now.abort()
    now = new AbortController()
    scene = chosen
    wallet = whose
    isNew = true
    document.body.dataset.played = ''
    hand.rest()
    describe()
    trace.clear(scene.lanes, scene.id === 'payment-code' ? till : {})
    lamps.clear()
    openPages()
  }

  const play = async (chosen, whose) => {
    begin(chosen, whose)
    const { signal } = now
    const options = { turnsBack: switches.turnsBack, go: () => signal.throwIfAborted(), onStep: mark }
    try {
      await player.play(scene.steps(wallet), options)
      document.body.dataset.played = 'done'
      byId('play').textContent = say(words.again)
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }

  /** What can be carried to the other device is offered beside it. */
  const offer = () => {
    byId('carry-picture').hidden = !seen.pc.code
    byId('carry-digits').hidden = !seen.phone.digits || scene.id !== 'payment-code'
  }
  const go = () => now.signal.throwIfAborted()
  byId('carry-picture').textContent = say(words.scan)
  byId('carry-digits').textContent = say(words.till)
  byId('carry-picture').addEventListener('click', () => player.carryPicture(go).then(hand.rest))
  byId('carry-digits').addEventListener('click', () => player.carryDigits(go).then(hand.rest))
  byId('carry-picture').addEventListener('dragstart', () => byId('phone-figure').classList.add('over'))

  return {
    begin,
    play,
    /** What a device's eye tells. */
    hear: (told) => {
      if (told.is === 'step') trace.step(told.device, told.step)
      if (told.is !== 'seen') return
      seen[told.device] = told
      if (told.device === scene.end) lamps.page(told)
      offer()
    },
    /** What goes over the wires. */
    overhear: (heard) => {
      if (heard.is !== 'books') trace.hear(heard)
      if (heard.is === 'answered' && heard.ofMerchant) lamps.merchant(heard.detail ?? {})
      if (heard.is !== 'books') return
      lamps.books(heard, isNew)
      switches.heard(heard.network)
      isNew = false
    },
  }
}
