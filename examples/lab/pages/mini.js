/**
 * A stage for the example mini programs: their own pages and templates, drawn as HTML, with the wallet's `wx` or `my`.
 * The wallet's object is the one that the tests use: examples/wallets/mini-program.ts.
 */

import { tapOn } from '/__wallet/sheet.js'
import { myFor, wxFor } from '/mini/wallets/mini-program.ts'
import { draw } from './mini-template.js'

const program = new URLSearchParams(location.search).get('program') === 'alipay' ? 'alipay' : 'wechat'
const [template, styles] = program === 'wechat' ? ['wxml', 'wxss'] : ['axml', 'acss']
const screen = document.querySelector('#screen')
const leaveMs = 1500
let visits = 0

/** What isopay sends is text, and goes the wallet's way; a page's own requests hold objects. */
const requestBy =
  (walletRequest) =>
  ({ data, method = 'GET', ...options }) => {
    if (typeof data === 'string') return walletRequest({ data, method, ...options })
    const headers = { 'content-type': 'application/json' }
    fetch(options.url, { method, headers, ...(data && { body: JSON.stringify(data) }) })
      .then((answer) => answer.json())
      .then((body) => options.success({ data: body, statusCode: 200, status: 200 }), options.fail)
  }

const dress = (path) => {
  document.querySelector('#styles').href = `/mini/${program}/${path}.${styles}`
}

/** What a page's module hands to `Page` is drawn, and drawn anew whenever it changes. */
const stage = (text, query) => (options) => {
  const page = { ...options, data: { ...options.data } }
  page.setData = (news) => {
    Object.assign(page.data, news)
    screen.replaceChildren(draw(text, page))
  }
  page.setData({})
  page.onLoad?.(query)
  page.onShow?.()
}

/** Runs a page's own module anew. */
const open = async (path, query = {}) => {
  const text = await (await fetch(`/mini/${program}/${path}.${template}`)).text()
  dress(path)
  window.Page = stage(text, query)
  visits += 1
  await import(`/mini/${program}/${path}.js?${visits}`)
}

const navigation = {
  navigateTo: ({ url }) => {
    const { pathname, searchParams } = new URL(url, location.origin)
    open(pathname.slice(1), Object.fromEntries(searchParams))
  },
  /** Late enough for the payer to read what the page said last. */
  navigateBack: () => setTimeout(open, leaveMs, 'pages/product/index'),
}

const { appid } = await (await fetch('/town')).json()
const phone = { wallets: location.origin, wallet: program, tap: (sheet) => tapOn(program, sheet) }
const own = program === 'wechat' ? wxFor(phone, appid, () => {}) : myFor(phone, () => {})
window[program === 'wechat' ? 'wx' : 'my'] = { ...own, ...navigation, request: requestBy(own.request) }
document.documentElement.dataset.program = program
await open('pages/product/index')
