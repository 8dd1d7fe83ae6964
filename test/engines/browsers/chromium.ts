/** Chromium by its own DevTools protocol: the one way that every age of it understands. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProgram } from './program.ts'
import { type Engine, inText, type Tab } from './tab.ts'
import { openWire, type Wire } from './wire.ts'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-component-update',
  '--disable-background-networking',
  '--disable-sync',
  '--no-first-run',
  '--remote-debugging-port=0',
]

const evaluate = async (wire: Wire, expression: string): Promise<unknown> => {
  const asked = { expression: inText(expression), awaitPromise: true, returnByValue: true }
  const { result, exceptionDetails } = (await wire.ask('Runtime.evaluate', asked)) as {
    result: { value: string; description?: string }
    exceptionDetails?: { text: string }
  }
  if (exceptionDetails) throw new Error(result.description ?? exceptionDetails.text)
  return JSON.parse(result.value)
}

const press = async (wire: Wire, x: number, y: number): Promise<void> => {
  const at = { x, y, button: 'left', clickCount: 1 }
  await wire.ask('Input.dispatchMouseEvent', { ...at, type: 'mousePressed' })
  await wire.ask('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased' })
}

const openTab = async (browser: Wire, address: string): Promise<Tab> => {
  const { targetId } = await browser.ask('Target.createTarget', { url: 'about:blank' })
  const wire = await openWire(new URL(`/devtools/page/${targetId}`, address).href)
  return {
    goto: async (url) => {
      await wire.ask('Page.navigate', { url })
    },
    evaluate: (expression) => evaluate(wire, expression),
    press: (x, y) => press(wire, x, y),
    close: async () => {
      wire.close()
      await browser.ask('Target.closeTarget', { targetId })
    },
  }
}

/** Those before 80 run as a single process only, where there is no sandbox. */
export const startChromium = async (path: string, more: readonly string[] = []): Promise<Engine> => {
  const profile = mkdtempSync(join(tmpdir(), 'isopay-chromium-'))
  const args = [...flags, ...more, `--user-data-dir=${profile}`, 'about:blank']
  const { said, stop } = await startProgram(path, args, /DevTools listening on (\S+)/)
  const browser = await openWire(said)
  const { product } = await browser.ask('Browser.getVersion')
  return { name: String(product), openTab: () => openTab(browser, said), stop: async () => stop() }
}
