// Runs before every script of the shop's page, wrapped by bridge.ts in a function whose argument is `place`.

const readyAfterMs = 120
const words = {
  wechat: { title: '微信支付 · WeChat Pay', pay: '确认支付 Pay', cancel: '取消 Cancel' },
  alipay: { title: '支付宝 · Alipay', pay: '确认付款 Pay', cancel: '取消 Cancel' },
}

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

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

const yuan = (fen) => `¥${(fen / 100).toFixed(2)}`

const styled = () => {
  if (document.querySelector('link[href="/__wallet/sheet.css"]')) return
  document.head.append(element('link', { rel: 'stylesheet', href: '/__wallet/sheet.css' }))
}

/** Shows the pay sheet over the page; resolves to what the payer tapped. */
const tapOn = ({ payee, value, title }) =>
  new Promise((resolve) => {
    styled()
    const said = words[place.wallet]
    const pay = element('button', { id: 'pay', type: 'button', textContent: said.pay })
    const cancel = element('button', { id: 'cancel', type: 'button', textContent: said.cancel })
    const sheet = element(
      'dialog',
      { id: 'wallet-sheet', className: place.wallet },
      element('small', { textContent: said.title }),
      element('p', { className: 'payee', textContent: payee }),
      element('p', { className: 'amount', textContent: yuan(value) }),
      element('p', { className: 'title', textContent: title }),
      pay,
      cancel,
    )
    const answer = (tapped) => {
      sheet.remove()
      resolve(tapped)
    }
    pay.addEventListener('click', () => answer('pay'))
    cancel.addEventListener('click', () => answer('cancel'))
    sheet.addEventListener('cancel', () => answer('cancel'))
    document.body.append(sheet)
    sheet.showModal()
  })

/** The whole of a payment by bridge: verify, show, tap, answer. `null` is silence. */
const paid = async (params) => {
  const seen = await ask('bridge', params)
  if (seen.answer) return seen.answer
  const tapped = await tapOn(seen)
  const { answer } = await ask(`bridge/${encodeURIComponent(seen.offer)}/${tapped}`)
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

const bridges = {
  wechat: { name: 'WeixinJSBridge', bridge: wechatBridge },
  alipay: { name: 'AlipayJSBridge', bridge: alipayBridge },
}

if (place.wallet) {
  const { name, bridge } = bridges[place.wallet]
  setTimeout(() => {
    window[name] = bridge
    document.dispatchEvent(new Event(`${name}Ready`))
  }, readyAfterMs)
}
