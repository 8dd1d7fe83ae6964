// Runs before every script of the shop's page, wrapped by bridge.ts in a function whose argument is `place`.

const readyAfterMs = 120

const pretend = (name, value) => Object.defineProperty(navigator, name, { configurable: true, get: () => value })
pretend('userAgent', place.userAgent)
pretend('appVersion', place.userAgent.replace('Mozilla/', ''))
pretend('maxTouchPoints', place.maxTouchPoints)
// Neither WebKit nor the wallets' web-views have client hints.
pretend('userAgentData', undefined)

const ask = async (path, body) => {
  const headers = { 'Content-Type': 'application/json' }
  const answer = await fetch(`/__wallet/${path}`, { method: 'POST', headers, body: JSON.stringify(body ?? {}) })
  return answer.json()
}

/** The whole of a payment by bridge: verify, show, tap, answer. `null` is silence. */
const paid = async (params, wallet = place.wallet, base = 'bridge') => {
  const seen = await ask(base, params)
  if (seen.answer) return seen.answer
  const { tapOn } = await import('/__wallet/sheet.js')
  const { answer } = await ask(`${base}/${encodeURIComponent(seen.offer)}/${await tapOn(wallet, seen)}`)
  return answer
}

const answerTo = (callback, answer) => {
  if (answer && typeof callback === 'function') callback(answer)
}

const wechatBridge = {
  invoke: (name, params, callback) => {
    if (name !== 'getBrandWCPayRequest') return answerTo(callback, { err_msg: `${name}:fail` })
    if (!place.pays) return answerTo(callback, { err_msg: 'get_brand_wcpay_request:fail_nosupport' })
    paid(params).then((answer) => answerTo(callback, answer))
  },
  call: () => undefined,
  on: () => undefined,
}

const alipayBridge = {
  call: (name, params, callback) => {
    if (name !== 'tradePay') return answerTo(callback, { error: 1, errorMessage: `${name} is not here` })
    paid(params).then((answer) => answerTo(callback, answer))
  },
}

/** What the SDKs' codes come to in isopay's message protocol: WeChat's words, Alipay's numbers. */
const statusOf = { ok: 'ok', 9000: 'ok', cancel: 'cancelled', 6001: 'cancelled' }

/** As an app puts it into its web-view: text goes in, an event of the document comes back. */
const appBridge = {
  postMessage: async (text) => {
    const { id, wallet, params } = JSON.parse(text)
    const order = typeof params === 'string' ? { orderStr: params } : params
    const told = await paid(order, wallet, `${wallet}/bridge`)
    if (!told) return
    const status = statusOf[told.resultCode ?? told.err_msg.split(':')[1]] ?? 'failed'
    document.dispatchEvent(new CustomEvent('isopay', { detail: { id, status } }))
  },
}

const bridges = {
  wechat: { name: 'WeixinJSBridge', bridge: wechatBridge },
  alipay: { name: 'AlipayJSBridge', bridge: alipayBridge },
}

if (place.name === 'app') window.isopay = appBridge
if (place.wallet) {
  const { name, bridge } = bridges[place.wallet]
  setTimeout(() => {
    window[name] = bridge
    document.dispatchEvent(new Event(`${name}Ready`))
  }, readyAfterMs)
}
