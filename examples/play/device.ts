/** What a payer holds: a browser of its own on a PC or a phone, and what it asked of the merchant. */
import type { Browser, BrowserContext, Page } from 'playwright-core'

/** `requests` counts the contract's calls; the rest is of the last *prepare*. */
export interface Calls {
  requests: number
  payments: Set<string>
  order: string
  payment: string
  platform: string
  channel: string
}

export interface Device {
  context: BrowserContext
  page: Page
}

export type Shape = 'pc' | 'phone'

export const noCalls = (): Calls => ({
  requests: 0,
  payments: new Set(),
  order: '',
  payment: '',
  platform: '',
  channel: '',
})

const shapes = {
  pc: { viewport: { width: 1100, height: 820 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
}

/** The panel is closed to the page; a browser that plays a payer must see into it. */
const openPanels = `{ const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (init) { return attach.call(this, { ...init, mode: 'open' }) } }`

const patienceMs = 15_000

const isCall = (url: string) => /^\/pay\/(?:[\w-]+\/)?(?:prepare|status|close)$/.test(new URL(url).pathname)

interface Asked {
  payment: string
  order: string
  platform: string
}

interface Told {
  action?: { kind: string }
}

const prepared = (calls: Calls, { payment, order, platform }: Asked, { action }: Told) => {
  Object.assign(calls, { payment, order, platform })
  calls.payments.add(payment)
  if (action && action.kind !== 'authorize') calls.channel = action.kind
}

/** A call that no browser made. */
export const heard = (calls: Calls, url: string, asked: Asked, told: unknown): void => {
  if (isCall(url)) calls.requests += 1
  if (url.endsWith('/prepare')) prepared(calls, asked, told as Told)
}

/** A page that leaves takes its answers with it, so that this one is read on its way to the page. */
const readAnswers = (context: BrowserContext, calls: Calls) =>
  context.route('**/pay/prepare', async (route) => {
    const response = await route.fetch()
    prepared(calls, route.request().postDataJSON(), await response.json())
    await route.fulfill({ response })
  })

export const openDevice = async (chromium: Browser, shape: Shape, calls: Calls): Promise<Device> => {
  const context = await chromium.newContext({ ...shapes[shape], locale: 'zh-CN' })
  context.setDefaultTimeout(patienceMs)
  context.on('request', (request) => {
    if (isCall(request.url())) calls.requests += 1
  })
  await context.addInitScript(openPanels)
  await readAnswers(context, calls)
  return { context, page: await context.newPage() }
}

export const closeDevice = async ({ context }: Device): Promise<void> => {
  await context.unrouteAll({ behavior: 'ignoreErrors' })
  await context.close()
}
