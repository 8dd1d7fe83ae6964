/** The lab: a scene on two devices, the messages that go over the town's wires, and what is true of the order. */
import { openChrome } from './chrome.js'
import { openDevice } from './devices.js'
import { openCarrying } from './drag.js'
import { fit } from './fit.js'
import { openHand } from './hand.js'
import { openLamps } from './lamps.js'
import { openMenu } from './menu.js'
import { openScene } from './scene.js'
import { openSwitches } from './switches.js'
import { openTrace } from './trace.js'
import { language } from './words.js'

const byId = (id) => document.getElementById(id)

document.documentElement.lang = language
document.querySelector(`.languages [href$=${language}]`).setAttribute('aria-current', 'true')

// Whatever an earlier visit has switched on is off.
await fetch('/switches', { method: 'DELETE' })
const town = await (await fetch('/town')).json()
const origins = { ...town.origins, mini: location.origin }

const device = (name) => {
  const frame = byId(name)
  fit(frame)
  return openDevice(name, frame, Object.values(origins))
}
const devices = { pc: device('pc'), phone: device('phone') }

const switches = openSwitches(byId('faults'), (event) =>
  Promise.allSettled(Object.values(devices).map(({ once }) => once('connection', { event }))),
)
const trace = openTrace({ lanes: byId('lanes'), messages: byId('messages'), detail: byId('detail') })
const lamps = openLamps(byId('lamps'))
const hand = openHand(byId('stage'), byId('hand'))
const around = { address: byId('pc-address'), app: byId('phone-app'), phone: byId('phone-figure') }
const chrome = openChrome(around, origins)
const scene = openScene({ devices, origins, hand, trace, lamps, switches, chrome })

openCarrying(byId('carry-picture'), 'picture', byId('phone-figure'), scene.carry.picture)
openCarrying(byId('carry-digits'), 'digits', byId('pc-figure'), scene.carry.digits)

for (const each of Object.values(devices)) each.subscribe(scene.hear)

const wire = new EventSource('/wire')
wire.addEventListener('message', ({ data }) => scene.overhear(JSON.parse(data)))
await new Promise((ready) => wire.addEventListener('open', ready, { once: true }))

const wallet = () => document.querySelector('[name=wallet]:checked').value
const menu = openMenu(byId('scenarios'), (chosen) => scene.begin(chosen, wallet()))
byId('wallets').addEventListener('change', () => scene.begin(menu.chosen(), wallet()))
byId('play').addEventListener('click', () => scene.play(menu.chosen(), wallet()))
menu.choose(location.hash.slice(1))
