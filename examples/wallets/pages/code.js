const wallet = document.documentElement.dataset.wallet
const byId = (name) => document.getElementById(name)
const everyMs = 500
let code = ''

const post = async (path, body = {}) => {
  const headers = { 'Content-Type': 'application/json' }
  const answer = await fetch(`/${wallet}/app/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return answer.json()
}

const renew = async () => {
  code = (await post('codes')).code
  byId('code').value = code.replace(/\d{4}(?=\d)/g, '$& ')
  byId('code').dataset.code = code
}

const end = (words, mark) => {
  byId('fresh').hidden = true
  byId('done').hidden = false
  byId('words').textContent = words
  byId('mark').textContent = mark
}

/** The wallet tells its own phone what a cashier has done with the code. */
const look = async () => {
  const { state, open, value } = await post('codes/seen', { code })
  if (open) return location.assign(open)
  if (state === 'paid') return end(`支付成功 · Paid ¥${(value / 100).toFixed(2)}`, '✓')
  if (state === 'closed') return end('已撤销 · Reversed', '×')
  if (state === 'expired') await renew()
  setTimeout(look, everyMs)
}

byId('renew').addEventListener('click', renew)
await renew()
look()
