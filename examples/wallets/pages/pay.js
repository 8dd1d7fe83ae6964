const wallet = document.documentElement.dataset.wallet
const id = new URLSearchParams(location.search).get('offer') ?? ''
const offer = `/${wallet}/app/offers/${encodeURIComponent(id)}`
const byId = (name) => document.getElementById(name)

const end = (words, mark) => {
  byId('confirm').hidden = true
  byId('done').hidden = false
  byId('words').textContent = words
  byId('mark').textContent = mark
  byId('mark').classList.toggle('bad', mark === '!')
}

const refuse = (words) => end(words, '!')

const ask = async (path, method) => {
  const answer = await fetch(offer + path, { method })
  return answer.json()
}

/** The cashier goes back to the shop where the shop said where; a scanned code has nowhere to go. */
const leave = async (path, words, mark) => {
  for (const button of document.querySelectorAll('button')) button.disabled = true
  const { next, refused } = await ask(path, 'POST')
  if (refused) return refuse(refused)
  if (next) return location.assign(next)
  end(words, mark)
}

/** Above a limit the wallet wants a password: whoever holds this phone knows it. */
const askPassword = () => {
  const input = byId('password')
  const look = () => {
    byId('pay').disabled = !/^\d{6}$/.test(input.value)
  }
  byId('secret').hidden = false
  input.addEventListener('input', look)
  look()
}

const show = ({ payee, value, title, password, refused }) => {
  if (refused) return refuse(refused)
  byId('payee').textContent = payee
  byId('amount').textContent = `¥${(value / 100).toFixed(2)}`
  byId('title').textContent = title
  if (password) askPassword()
  byId('confirm').hidden = false
}

byId('pay').addEventListener('click', () => leave('/pay', '支付成功 · Paid', '✓'))
byId('cancel').addEventListener('click', () => leave('/cancel', '已取消 · Cancelled', '×'))
show(await ask('', 'GET'))
