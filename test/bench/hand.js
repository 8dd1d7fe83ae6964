// What a shop writes by hand: the call to the bridge and nothing around it. The limit that a library is held against.
export const payByHand = (params, done) => {
  const call = () =>
    WeixinJSBridge.invoke('getBrandWCPayRequest', params, ({ err_msg: said }) => {
      if (said === 'get_brand_wcpay_request:ok') done('success')
      else if (said === 'get_brand_wcpay_request:cancel') done('cancel')
      else done('fail')
    })
  if (typeof WeixinJSBridge === 'undefined') document.addEventListener('WeixinJSBridgeReady', call)
  else call()
}

export const fetchAndPayByHand = async (endpoint, order, done) => {
  const response = await fetch(`${endpoint}/prepare`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ order }),
  })
  const { action } = await response.json()
  payByHand(action, done)
}
