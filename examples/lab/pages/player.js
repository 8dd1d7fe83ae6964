/** Plays a scene's steps in the pages themselves, slowly enough to be followed. */
import { photographed } from './photograph.js'

const pause = (ms) => new Promise((done) => setTimeout(done, ms))
const codes = '#qr svg, #page-qr svg, [part~="qr"] svg'
const patienceMs = 20_000

/** `seen` answers what a device's eye saw last; `go` throws where another scene has begun meanwhile. */
export const openPlayer = ({ devices, hand, seen, openHome }) => {
  /** A page on its way to another answers nothing, so that looking is tried again. */
  const find = async (device, selector, go) => {
    for (const end = Date.now() + patienceMs; ; await pause(200)) {
      go()
      try {
        return await devices[device].once('find', { selector, patienceMs: 1500 })
      } catch (error) {
        if (Date.now() > end) throw error
      }
    }
  }

  /** A page that has just been drawn may still move. */
  const reach = async (device, selector, go) => {
    await find(device, selector, go)
    await pause(250)
    await hand.moveTo(devices[device].frame, await find(device, selector, go))
    go()
    await hand.press()
  }

  const tap = async ({ device }, selector, go) => {
    await reach(device, selector, go)
    await devices[device].once('tap', { selector })
  }

  const enter = async ({ device, enter: selector, text }, go) => {
    await reach(device, selector, go)
    await devices[device].once('enter', { selector, text })
  }

  const until = async (name, key, go) => {
    for (const end = Date.now() + patienceMs; !seen(name)[key]; await pause(150)) {
      go()
      if (Date.now() > end) throw new Error(`${name}: no ${key}`)
    }
  }

  /** The phone's own scanner reads the picture, and opens what it holds as that wallet would. */
  const carryPicture = async (go) => {
    await until('pc', 'code', go)
    await find('pc', codes, go)
    await pause(300)
    const { svg, rect } = seen('pc').code
    await hand.moveTo(devices.pc.frame, rect)
    const picture = await photographed(svg)
    openHome()
    await find('phone', '#capture', go)
    await hand.carry(picture, devices.pc.frame, rect, devices.phone.frame)
    go()
    await devices.phone.once('picture', { picture })
  }

  const carryDigits = async (go) => {
    await until('phone', 'digits', go)
    await hand.moveTo(devices.phone.frame, await find('phone', '#code', go))
    await hand.press()
    await devices.pc.once('type', { text: seen('phone').digits, patienceMs: 2000 })
  }

  const perform = (step, isOn, go) => {
    if (step.carry === 'picture') return carryPicture(go)
    if (step.carry === 'digits') return carryDigits(go)
    if (step.enter) return enter(step, go)
    return tap(step, (isOn('turns-back') && step.turnsBack) || step.tap, go)
  }

  return {
    carryPicture,
    carryDigits,
    /** `isOn` answers of a switch; `onStep` hears the index of each step as it begins. */
    play: async (steps, { isOn, go, onStep }) => {
      for (const [index, step] of steps.entries()) {
        go()
        onStep(index)
        if (!step.unless?.some(isOn)) await perform(step, isOn, go)
        await pause(350)
      }
      hand.rest()
      onStep(-1)
    },
  }
}
