/** WebKitGTK, the nearest to Safari that runs here, by WebDriver (https://www.w3.org/TR/webdriver2/, read 2026-11). */
import { nextFree } from '../../../examples/play/ports.ts'
import { startProgram } from './program.ts'
import { type Engine, inText, type Tab } from './tab.ts'

type Ask = (method: 'POST' | 'DELETE' | 'GET', path: string, body?: object) => Promise<unknown>

const asker =
  (origin: string): Ask =>
  async (method, path, body = {}) => {
    const answer = await fetch(origin + path, { method, ...(method === 'POST' && { body: JSON.stringify(body) }) })
    const { value } = (await answer.json()) as { value: unknown }
    if (!answer.ok) throw new Error(JSON.stringify(value))
    return value
  }

/** Answers a text, as the driver cannot carry an object out of a page whose `Object.prototype` was written to. */
const script = (expression: string): string => `
  const done = arguments[0]
  ${inText(expression)}.then((text) => done('=' + text), (error) => done(String(error)))`

/** A session has one window in hand at a time: each move names its own first. A new one is made from the `first`. */
const openTab = async (ask: Ask, first: unknown): Promise<Tab> => {
  await ask('POST', '/window', { handle: first })
  const { handle } = (await ask('POST', '/window/new', { type: 'window' })) as { handle: string }
  const here = () => ask('POST', '/window', { handle })
  return {
    goto: async (url) => {
      await here()
      await ask('POST', '/url', { url })
    },
    evaluate: async (expression) => {
      await here()
      const told = String(await ask('POST', '/execute/async', { script: script(expression), args: [] }))
      if (!told.startsWith('=')) throw new Error(told)
      return JSON.parse(told.slice(1))
    },
    press: async (x, y) => {
      await here()
      const actions = [
        { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]
      await ask('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] })
    },
    close: async () => {
      await here()
      await ask('DELETE', '/window')
    },
  }
}

const binary = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'
const alwaysMatch = {
  browserName: 'MiniBrowser',
  'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  pageLoadStrategy: 'none',
}

const untilReady = async (ask: Ask, tries = 100): Promise<void> => {
  try {
    await ask('GET', '/status')
  } catch (error) {
    if (tries === 0) throw error
    await new Promise((done) => setTimeout(done, 100))
    await untilReady(ask, tries - 1)
  }
}

/** Needs a screen, which Xvfb stands in for. */
export const startWebKit = async (): Promise<Engine> => {
  const port = await nextFree(4500)
  const args = ['-a', '/bin/sh', '-c', `echo started; exec WebKitWebDriver --port=${port}`]
  const { stop } = await startProgram('/usr/bin/xvfb-run', args, /(started)/)
  const origin = `http://127.0.0.1:${port}`
  await untilReady(asker(origin))
  const made = await asker(origin)('POST', '/session', { capabilities: { alwaysMatch } })
  const { sessionId, capabilities } = made as { sessionId: string; capabilities: Record<string, string> }
  const ask = asker(`${origin}/session/${sessionId}`)
  const first = await ask('GET', '/window')
  return {
    name: `WebKitGTK ${capabilities.browserVersion}`,
    openTab: () => openTab(ask, first),
    stop: async () => {
      await asker(origin)('DELETE', `/session/${sessionId}`)
      stop()
    },
  }
}
