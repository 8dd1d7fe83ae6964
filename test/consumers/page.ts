/** A page in Chromium that says it is WeChat's, with a wallet that pays and a merchant's server that knows it. */

import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { Page, Request } from 'playwright-core'
import { startChromium } from '../../examples/play/chromium.ts'

const userAgent =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50'

const signed = {
  timeStamp: '1764000000',
  nonceStr: 'nonce',
  package: 'prepay_id=wx24',
  signType: 'RSA',
  paySign: 'signature',
}
const action = { kind: 'wechat.bridge', appId: 'wx0123456789abcdef', ...signed }
type Own = Readonly<Record<string, string>>

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }

/** What came of one payment. */
export interface Paid {
  readonly result: string
  /** How often the wallet was asked, and with what. */
  readonly invoked: readonly unknown[]
  readonly calls: readonly string[]
}

export const expected: Paid = {
  result: 'paid',
  invoked: [{ appId: action.appId, ...signed }],
  calls: ['prepare', 'status'],
}

/** Serves a folder while `work` is done, and before it what is handed in, by its path. */
export const served = async <T>(folder: string, work: (url: string) => Promise<T>, own: Own = {}): Promise<T> => {
  const server = createServer(async ({ url = '/' }, response) => {
    const name = url === '/' ? '/index.html' : url
    const body = own[url] ?? (await readFile(join(folder, name), 'utf8').catch(() => undefined))
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': types[extname(name)] ?? 'text/plain' })
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return work(`http://127.0.0.1:${port}/`).finally(() => server.close())
}

const callOf = (request: Request): string | undefined => /\/pay\/(\w+)$/.exec(request.url())?.[1]

const actAsMerchant = (page: Page, isPaid: () => boolean) =>
  page.route('**/pay/*', async (route) => {
    const call = callOf(route.request())
    const { payment, order, nonce } = route.request().postDataJSON()
    const said = { payment, order, nonce, amount: { value: 990, currency: 'CNY' } }
    const word = call === 'prepare' ? { expiresInSeconds: 300, action } : { status: isPaid() ? 'paid' : 'pending' }
    await route.fulfill({ json: { ...said, ...word } })
  })

const actAsWallet = async (page: Page, pay: (params: unknown) => unknown) => {
  await page.exposeFunction('walletPays', pay)
  await page.addInitScript(() => {
    const invoke = async (_: string, params: object, answer: (said: object) => void) => {
      await Reflect.get(window, 'walletPays')(params)
      answer({ err_msg: 'get_brand_wcpay_request:ok' })
    }
    Object.assign(window, { WeixinJSBridge: { invoke } })
  })
}

/**
 * Taps the only button there is, and waits for the page to write down the result. `notify` is how the wallet tells a
 * merchant's server that is there; without it, one is stood in for.
 */
export const payOn = async (url: string, notify?: () => Promise<unknown>): Promise<Paid> => {
  const browser = await startChromium()
  try {
    const page = await browser.newPage({ userAgent })
    const [invoked, calls]: [unknown[], string[]] = [[], []]
    page.on('request', (request) => {
      const call = callOf(request)
      if (call) calls.push(call)
    })
    if (!notify) await actAsMerchant(page, () => invoked.length > 0)
    await actAsWallet(page, (params) => {
      invoked.push(params)
      return notify?.().then(() => undefined)
    })
    await page.goto(url, { waitUntil: 'load' })
    await page.getByRole('button').first().click()
    const result = page.locator('body[data-result]')
    await result.waitFor({ state: 'attached', timeout: 20_000 })
    return { result: (await result.getAttribute('data-result')) ?? '', invoked, calls }
  } finally {
    await browser.close()
  }
}
