/** The built panel in a real Chromium, on a page whose policy allows no inline style and no markup made of text. */
import { existsSync, readFileSync } from 'node:fs'
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import type { State } from '../../src/core/words.ts'
import type { SceneName } from '../../src/panel/scenes.ts'
import { gallery } from './gallery.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'nonce-c2hvcA'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const origin = 'https://shop.example'
const dist = new URL('../../dist/', import.meta.url)

/** A checkout that shows what the test says: `show(state)`. What was pressed stands in `pressed`. */
const script = `
import { definePanel } from '/dist/element.js'
const listeners = new Set()
let state = null
const pressed = []
const press = (name) => () => { pressed.push(name) }
const payment = {
  get state() { return state },
  subscribe: (listener) => { listeners.add(listener); return () => listeners.delete(listener) },
  stop: press('stop'), renew: press('renew'),
  close: () => { pressed.push('close'); return Promise.resolve({ status: 'closed' }) },
}
const checkout = (taken, wallets) => ({
  platform: 'desktop-browser',
  explain: () => ({ platform: 'desktop-browser', evidence: [], channels: [{ kind: 'qr', taken, why: '' }], wallets }),
  resume: () => state && payment,
  pay: (order, { wallet }) => { pressed.push('pay ' + wallet); return payment },
  prepare: press('prepare'),
})
const panel = document.querySelector('isopay-panel')
const show = (next, { lang = 'zh', taken = true, only } = {}) => {
  document.documentElement.lang = lang
  state = next
  panel.expect = { value: 2990, currency: 'CNY' }
  panel.checkout = checkout(taken, only)
  if (state) panel.pay('wechat')
}
const change = (next) => { state = next; for (const listener of listeners) listener() }
definePanel()
Object.assign(window, { show, change, pressed, panel, listening: () => listeners.size })
`

const html = `<!doctype html><html lang="zh"><head><title>Shop</title><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/page.css"><script type="module" src="/page.js"></script></head>
<body><main><h1>Checkout</h1><isopay-panel order="order-1024" nonce="c2hvcA"><p>Loading</p><a slot="paid" href="/">Back to the shop</a></isopay-panel></main></body></html>`

const css = `
body { margin: 0; background: #f1f2ef; color: #1b211e }
@media (prefers-color-scheme: dark) { body { background: #0f1210; color: #eef1ee } }
main { padding: 16px } h1 { position: absolute; clip-path: inset(50%) }`

const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
  '/': ['text/html; charset=utf-8', html],
  '/page.js': ['text/javascript; charset=utf-8', script],
  '/page.css': ['text/css', css],
}

const fileFor = (path: string): readonly [type: string, text: string] | undefined => {
  const file = new URL(`.${path.replace('/dist', '')}`, dist)
  if (path.startsWith('/dist/') && existsSync(file))
    return ['text/javascript; charset=utf-8', readFileSync(file, 'utf8')]
  return files[path]
}

export interface ShowOptions {
  readonly lang?: 'zh' | 'en'
  /** Whether any channel works here. */
  readonly taken?: boolean
  /** The wallets of a place that belongs to them. */
  readonly only?: readonly string[]
}

export interface Stall {
  readonly page: Page
  /** Breaches of the policy, errors of the page and of its console. */
  readonly complaints: string[]
  readonly show: (state: State | null, options?: ShowOptions) => Promise<void>
  readonly change: (state: State) => Promise<void>
  /** The page as if nobody had been there. */
  readonly reload: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A clock that can be set forward: `later` milliseconds. */
const movable = '{ const now = Date.now; window.later = 0; Date.now = () => now() + later }'

/** Tests must see what the page must not: the root is opened, and nothing else is different. */
const opened = `{ const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (init) { return attach.call(this, { ...init, mode: 'open' }) } }`

const heard = `addEventListener('securitypolicyviolation', (event) => complain(event.violatedDirective + ' ' + event.sample))`

const serve = (context: BrowserContext): Promise<unknown> =>
  context.route('**/*', (route) => {
    const file = fileFor(new URL(route.request().url()).pathname)
    if (!file) return route.fulfill({ status: 404, body: '' })
    return route.fulfill({ contentType: file[0], body: file[1], headers: { 'content-security-policy': policy } })
  })

export const openStall = async (
  chromium: Browser,
  options: BrowserContextOptions = {},
  before = '',
): Promise<Stall> => {
  const context = await chromium.newContext({ viewport: { width: 480, height: 820 }, ...options })
  const complaints: string[] = []
  await context.exposeBinding('complain', (_, words: string) => complaints.push(words))
  await context.addInitScript(`${opened};${movable};${heard};${before}`)
  await serve(context)
  const page = await context.newPage()
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()))
  const reload = async () => {
    await page.goto(`${origin}/`)
    await page.waitForFunction('window.show')
  }
  await reload()
  return {
    page,
    complaints,
    show: (state, shown = {}) => page.evaluate(`show(${JSON.stringify(state)}, ${JSON.stringify(shown)})`),
    change: (state) => page.evaluate(`change(${JSON.stringify(state)})`),
    reload,
    close: () => context.close(),
  }
}

/** Shows the state that comes to the scene of that name. */
export const bring = async (stall: Stall, name: SceneName, lang: 'zh' | 'en', nowMs = Date.now()): Promise<void> => {
  const state = gallery(nowMs)[name]
  await stall.show(state, { lang, taken: name !== 'nowhere' })
  if (name === 'waiting') await stall.page.evaluate('later = 9000; panel.words = {}')
  if (state?.qr && !['scanned', 'paying'].includes(name)) await stall.page.locator('isopay-panel .qr svg').waitFor()
}

export const stateOf = (name: SceneName): State | null => gallery(Date.now())[name]
export const section = (page: Page): Locator => page.locator('isopay-panel section')
export const button = (page: Page, part: string): Locator => page.locator(`isopay-panel [part~="${part}"]`)
