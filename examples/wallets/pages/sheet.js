/** The sheet that a wallet slides over what the payer is looking at. */

const words = {
  wechat: { title: '微信支付 · WeChat Pay', pay: '确认支付 Pay', cancel: '取消 Cancel' },
  alipay: { title: '支付宝 · Alipay', pay: '确认付款 Pay', cancel: '取消 Cancel' },
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

const drawn = (wallet, { payee, value, title }) => {
  const said = words[wallet]
  return element(
    'dialog',
    { id: 'wallet-sheet', className: wallet },
    element('small', { textContent: said.title }),
    element('p', { className: 'payee', textContent: payee }),
    element('p', { className: 'amount', textContent: yuan(value) }),
    element('p', { className: 'title', textContent: title }),
    element('button', { id: 'pay', type: 'button', textContent: said.pay }),
    element('button', { id: 'cancel', type: 'button', textContent: said.cancel }),
  )
}

/** Resolves to what the payer tapped: `pay` or `cancel`. */
export const tapOn = (wallet, seen) =>
  new Promise((resolve) => {
    styled()
    const sheet = drawn(wallet, seen)
    const answer = (tapped) => {
      sheet.remove()
      resolve(tapped)
    }
    sheet.addEventListener('click', ({ target }) => target.matches('button') && answer(target.id))
    sheet.addEventListener('cancel', () => answer('cancel'))
    document.body.append(sheet)
    sheet.showModal()
  })
