// WeChat's bridge as the web-views of that time had it: put in a little late, and answered once the payer has pressed.

const post = (path, body) =>
  fetch(`/wallet/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).then((answer) => answer.json())

const pressed = () =>
  new Promise((done) => {
    const confirm = document.createElement('button')
    confirm.id = 'confirm'
    confirm.textContent = 'Confirm'
    confirm.addEventListener('click', () => {
      confirm.remove()
      done()
    })
    document.body.append(confirm)
  })

const invoke = async (name, params, callback) => {
  if (name !== 'getBrandWCPayRequest') return
  const { offer } = await post('bridge', params)
  await pressed()
  const { answer } = await post(`bridge/${encodeURIComponent(offer)}/pay`, {})
  callback(answer)
}

if (navigator.userAgent.includes('MicroMessenger'))
  setTimeout(() => {
    window.WeixinJSBridge = { invoke }
    document.dispatchEvent(new Event('WeixinJSBridgeReady'))
  }, 120)
