// A page as they were written for the web-views of that time: a script tag, a button, and what became of it.

const order = new URLSearchParams(location.search).get('order')
const output = document.querySelector('output')

const follow = (payment) => {
  const show = () => {
    const { phase, result } = payment.state
    output.value = result ? result.status : phase
  }
  payment.subscribe(show)
  show()
}

fetch('/config')
  .then((answer) => answer.json())
  .then(({ wallets }) => {
    const checkout = Isopay.createCheckout({ endpoint: '/pay', hosts: [new URL(wallets).host] })
    const underWay = checkout.resume(order)
    if (underWay) follow(underWay)
    document.querySelector('#pay').addEventListener('click', () => follow(checkout.pay(order, { wallet: 'wechat' })))
    output.value = output.value || 'ready'
  })
