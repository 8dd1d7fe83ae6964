import { decodeFile, decodeScreen } from './decode.js'

const names = { wechat: '微信 WeChat', alipay: '支付宝 Alipay' }
const wallet = document.documentElement.dataset.wallet
const byId = (id) => document.getElementById(id)

byId('name').textContent = names[wallet]
document.title = `${names[wallet]} · Scan`

const say = (words) => {
  byId('refused').textContent = words
}

const open = async (content) => {
  if (content === null) return say('没有找到二维码 · No code in this picture')
  const answer = await fetch(`/${wallet}/app/scan`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ content }),
  })
  const { open: page, refused } = await answer.json()
  if (refused) return say(refused)
  location.assign(page)
}

const scan = async (decoded) => {
  say('')
  try {
    await open(await decoded)
  } catch (error) {
    say(`${error.name}: ${error.message}`)
  }
}

const scanFirst = (files) => {
  const picture = [...files].find(({ type }) => type.startsWith('image/'))
  if (picture) scan(decodeFile(picture))
}

const drop = byId('drop')
byId('picture').addEventListener('change', ({ target }) => scanFirst(target.files))
byId('capture').addEventListener('click', () => scan(decodeScreen()))
byId('capture').disabled = false
document.addEventListener('paste', ({ clipboardData }) => scanFirst(clipboardData.files))
document.addEventListener('dragover', (event) => {
  event.preventDefault()
  drop.classList.add('over')
})
document.addEventListener('dragleave', () => drop.classList.remove('over'))
document.addEventListener('drop', (event) => {
  event.preventDefault()
  drop.classList.remove('over')
  scanFirst(event.dataTransfer.files)
})
