/** The PC and the phone: a frame each, whose eye tells what is seen, and does what a payer's hands would do. */
import { language } from './words.js'

/** `origins` are those whose pages are listened to. */
export const openDevice = (name, frame, origins) => {
  const hearers = new Set()
  const waiting = new Map()
  let page = null
  let count = 0

  const hear = (origin, data) => {
    waiting.get(data.id)?.(data)
    for (const hearer of hearers) hearer({ device: name, origin, ...data })
  }

  /** Each page hands over a line of its own; what an earlier one still says is of the past. */
  addEventListener('message', ({ source, origin, data, ports: [line] }) => {
    if (source !== frame.contentWindow || !origins.includes(origin) || data.is !== 'eye') return
    page = { origin, line }
    line.onmessage = (told) => page?.line === line && hear(origin, told.data)
  })

  const open = (url) => {
    page = null
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
        else reject(new Error(told?.why ?? `${name}: no answer to ${deed}`))
      }
      const timer = setTimeout(settle, (more.patienceMs ?? 1000) + 1500)
      waiting.set(id, settle)
      page?.line.postMessage({ id, deed, ...more })
    })

  return { name, frame, open, once, origin: () => page?.origin, subscribe: (hearer) => hearers.add(hearer) }
}
