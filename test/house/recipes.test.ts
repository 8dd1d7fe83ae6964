// @vitest-environment happy-dom
/** The recipes, run as they are written: with a shop's page around them, a wallet that pays, and a server that knows it. */
import { EventEmitter } from 'node:events'
import fs, { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCheckout as createMiniCheckout } from '../../src/mini.ts'
import { qrSvg } from '../../src/qr.ts'
import {
  createDesk,
  createCheckout as createTillCheckout,
  readKeys,
  readStream,
  type TillOptions,
} from '../../src/till.ts'
import { codeIn } from './pages.ts'
import {
  amount,
  button,
  type Fields,
  inPage,
  inWeChat,
  run,
  serve,
  signed,
  standIn,
  standInMiniProgram,
} from './stands.ts'

const show = vi.fn()
const recipes = codeIn('examples/recipes/README.md')

/** The recipe below that heading; of two, the `nth`. */
const recipe = (scenario: string, given: Fields, nth = 0): void => {
  const [, code] = recipes.filter(([heading]) => heading === scenario)[nth] ?? []
  if (code === undefined) throw new Error(`There is no recipe for ${scenario}`)
  run(code, { show, amount, order: 'order-1', ...given })
}

const isPaid = () =>
  vi.waitFor(() => expect(show).toHaveBeenLastCalledWith(expect.objectContaining({ status: 'paid' })), 9_000)

beforeEach(() => {
  localStorage.clear()
  document.body.innerHTML = ''
  show.mockClear()
})
afterEach(() => void vi.unstubAllGlobals())

describe('the recipe for', () => {
  it('an official account pays by the bridge', async () => {
    inWeChat()
    const pay = button()
    recipe('Official account', { pay, createCheckout: inPage })
    pay.click()
    await isPaid()
  })

  it('a native QR shows a code, and hears that a phone has paid it', async () => {
    let scanned = false
    standIn('Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/116.0.0.0', 0)
    serve({ kind: 'qr', content: 'weixin://wxpay/bizpayurl?pr=1' }, () => scanned)
    const [pay, renew, code] = [button(), button(), document.createElement('img')]
    recipe('Native QR', { pay, renew, code, qrSvg, createCheckout: inPage })
    pay.click()
    await vi.waitFor(() => expect(decodeURIComponent(code.src)).toContain('<svg'))
    scanned = true
    await isPaid()
  })

  it('a fixed QR makes an order of what was typed', async () => {
    inWeChat()
    const makeOrder = vi.fn(async () => ({ order: 'order-9', amount }))
    const pay = button()
    recipe('Fixed QR', { pay, makeOrder, yuan: { value: '9.90' }, createCheckout: inPage })
    pay.click()
    await isPaid()
    expect(makeOrder).toHaveBeenCalledWith({ yuan: '9.90' })
  })

  it.each([
    ['a code on a shelf opened', 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) MicroMessenger/8.0.50'],
    ['an official account opened', 'Mozilla/5.0 (Linux; Android 14; wv) MicroMessenger/8.0.50'],
    ['a PC showed', 'MicroMessenger/8.0.50'],
  ])('JSAPI pays in the page that %s in the wallet', async (_, userAgent) => {
    inWeChat(userAgent)
    const [pay, code] = [button(), document.createElement('div')]
    recipe('JSAPI', { pay, code, qrSvg, createCheckout: inPage })
    expect([pay.hidden, code.innerHTML]).toEqual([false, ''])
    pay.click()
    await isPaid()
  })

  it('JSAPI shows the address of the page on a PC, as a code', async () => {
    standIn('Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/116.0.0.0', 0)
    const [pay, code] = [button(), document.createElement('div')]
    recipe('JSAPI', { pay, code, qrSvg, createCheckout: inPage })
    expect(pay.hidden).toBe(true)
    expect(code.innerHTML).toContain('<svg')
  })

  it('H5 leaves for the wallet, and asks when the payer is back', async () => {
    let paid = false
    const left = vi.fn()
    standIn(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1',
    )
    serve({ kind: 'redirect', url: 'https://wallet.example/h5' }, () => paid)
    vi.spyOn(window.location, 'assign').mockImplementation(left)
    const pay = button()
    recipe('H5', { pay, createCheckout: inPage })
    pay.click()
    await vi.waitFor(() => expect(left).toHaveBeenCalled())
    paid = true
    recipe('H5', { pay: button(), createCheckout: inPage })
    await isPaid()
  })

  it('a payment code takes what a scanner types', async () => {
    let sent = false
    standIn('Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/116.0.0.0', 0)
    const send = serve({ kind: 'code' }, () => sent)
    const till = () =>
      createTillCheckout({
        send: async (call, body) => {
          if (call === 'prepare') sent = true
          return send(call, body as Fields)
        },
      })
    recipe('Payment code', { createDesk, readKeys, createCheckout: till })
    for (const key of [...'134567890123456789', 'Enter']) document.dispatchEvent(new KeyboardEvent('keydown', { key }))
    await isPaid()
  })

  it('a payment code in Node takes what comes by a stream, and keeps its records in a folder', async () => {
    let sent = false
    const send = serve({ kind: 'code' }, () => sent)
    const stdin = new EventEmitter()
    const path = mkdtempSync(join(tmpdir(), 'till-'))
    const till = (options: TillOptions) => {
      expect(options.folder?.fs).toBe(fs)
      return createTillCheckout({
        folder: { fs, path },
        send: async (call, body) => {
          if (call === 'prepare') sent = readdirSync(path).some((file) => file.endsWith('.json'))
          return send(call, body as Fields)
        },
      })
    }
    recipe('Payment code', { createDesk, readStream, createCheckout: till, fs, process: { stdin } }, 1)
    stdin.emit('data', '134567890123456789\r')
    await isPaid()
    rmSync(path, { recursive: true })
  })

  it('a mini program pays by the function of its runtime', async () => {
    let paid = false
    const send = serve({ kind: 'wechat.mini', ...signed }, () => paid)
    standInMiniProgram(send, () => {
      paid = true
    })
    let page: { onShow: () => void; pay: () => void } | undefined
    const define = (made: typeof page) => {
      page = made
    }
    recipe('Mini program', { createCheckout: createMiniCheckout, Page: define })
    page?.onShow()
    page?.pay()
    await isPaid()
  })

  it('an app pays by the way that its shell hands in', async () => {
    let paid = false
    standIn('Mozilla/5.0 (Linux; Android 14; wv) Chrome/116.0.0.0 Mobile Safari/537.36 ShopApp/1.0')
    serve({ kind: 'app.bridge', wallet: 'alipay', params: 'signed-order' }, () => paid)
    const shell = {
      pay: vi.fn(async () => {
        paid = true
        return { resultStatus: '9000' }
      }),
    }
    const pay = button()
    recipe('APP', { pay, shell, createCheckout: inPage })
    pay.click()
    await isPaid()
    expect(shell.pay).toHaveBeenCalledExactlyOnceWith('alipay', 'signed-order')
  })
})

it('leaves no recipe out', () => {
  const scenarios = ['Official account', 'Native QR', 'Fixed QR', 'JSAPI', 'Payment code', 'APP', 'H5', 'Mini program']
  expect([...new Set(recipes.map(([heading]) => heading))]).toEqual(scenarios)
})
