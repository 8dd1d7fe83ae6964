/** Firefox by WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/, read 2026-11). */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProgram } from './program.ts'
import { type Engine, inText, type Tab } from './tab.ts'
import { openWire, type Wire } from './wire.ts'

const evaluate = async (wire: Wire, context: unknown, expression: string): Promise<unknown> => {
  const asked = { expression: inText(expression), target: { context }, awaitPromise: true }
  const { result, exceptionDetails } = (await wire.ask('script.evaluate', asked)) as {
    result?: { value: string }
    exceptionDetails?: { text: string }
  }
  if (!result) throw new Error(exceptionDetails?.text)
  return JSON.parse(result.value)
}

const press = async (wire: Wire, context: unknown, x: number, y: number): Promise<void> => {
  const actions = [
    { type: 'pointerMove', x, y },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ]
  await wire.ask('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] })
}

const openTab = async (wire: Wire): Promise<Tab> => {
  const { context } = await wire.ask('browsingContext.create', { type: 'tab' })
  return {
    goto: async (url) => {
      await wire.ask('browsingContext.navigate', { context, url, wait: 'none' })
    },
    evaluate: (expression) => evaluate(wire, context, expression),
    press: (x, y) => press(wire, context, x, y),
    close: async () => {
      await wire.ask('browsingContext.close', { context })
    },
  }
}

export const startFirefox = async (): Promise<Engine> => {
  const profile = mkdtempSync(join(tmpdir(), 'isopay-firefox-'))
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0']
  const { said, stop } = await startProgram('/usr/bin/firefox-esr', args, /WebDriver BiDi listening on (\S+)/)
  const wire = await openWire(`${said}/session`)
  const { capabilities } = await wire.ask('session.new', { capabilities: {} })
  const { browserName, browserVersion } = capabilities as Record<string, string>
  return { name: `${browserName} ${browserVersion}`, openTab: () => openTab(wire), stop: async () => stop() }
}
