/** The PC and the phone: a frame each, whose eye tells what is seen, and does what a payer's hands would do. */
import { language } from './words.js'

/** @param {string[]} origins whose pages are listened to */
export const openDevice = (name, frame, origins) => {
  const hearers = new Set()
  const waiting = new Map()
  let origin = ''
  let count = 0

  const hear = ({ source, origin: from, data }) => {
    if (source !== frame.contentWindow || !origins.includes(from)) return
    if (data.is === 'opened') origin = from
    waiting.get(data.id)?.(data)
    for (const hearer of hearers) hearer({ device: name, origin: from, ...data })
  }
  addEventListener('message', hear)

  const open = (url) => {
    origin = ''
    frame.name = `${name} ${language}`
    frame.src = url
  }

  /** What the page's eye answers. A page that is being left answers nothing: it is asked again. */
  const once = (deed, more) =>
    new Promise((resolve, reject) => {
      count += 1
      const id = `${name}${count}`
      const settle = (told) => {
        clearTimeout(timer)
        waiting.delete(id)
        if (told?.is === 'done') resolve(told.answer)
        else reject(new Error(told?.why ?? `${name}: no answer`))
      }
      const timer = setTimeout(settle, (more.patienceMs ?? 1000) + 1500)
      waiting.set(id, settle)
      if (origin) frame.contentWindow.postMessage({ id, deed, ...more }, origin)
    })

  return {
    name,
    frame,
    open,
    once,
    origin: () => origin,
    subscribe: (hearer) => {
      hearers.add(hearer)
      return () => hearers.delete(hearer)
    },
  }
}
