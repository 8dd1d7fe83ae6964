/** What is true of the order, by whose word: the wallet's books, the merchant's server, the page. */
import { element, say } from './words.js'

const titles = {
  wallet: ['钱包账本', 'Wallet’s books'],
  merchant: ['商家服务器', 'Merchant’s word'],
  page: ['页面显示', 'Page says'],
}

const words = {
  none: ['没有付款', 'nothing taken'],
  silent: ['还没问过', 'not asked yet'],
  idle: ['等待开始', 'not started'],
  preparing: ['下单中', 'preparing'],
  invoking: ['已调起', 'invoking'],
  showing: ['等待扫码', 'showing a code'],
  away: ['在钱包里', 'in the wallet'],
  confirming: ['确认中', 'still checking'],
  pending: ['未支付', 'pending'],
  paid: ['已支付', 'paid'],
  cancelled: ['已取消', 'cancelled'],
  closed: ['已关闭', 'closed'],
  failed: ['未成功', 'failed'],
  refunded: ['已退款', 'refunded'],
}

const yuan = (fen) => `¥${(fen / 100).toFixed(2)}`

export const openLamps = (place) => {
  const lamps = {}
  for (const [name, title] of Object.entries(titles)) {
    const word = element('b')
    lamps[name] = {
      word,
      box: element('p', { className: 'lamp' }, element('i'), element('span', { textContent: say(title) }), word),
    }
  }
  place.replaceChildren(...Object.values(lamps).map(({ box }) => box))

  const set = (name, text, tone) => {
    const { word, box } = lamps[name]
    if (word.textContent !== text) word.textContent = text
    box.dataset.tone = tone
  }
  const say_ = (name, key, tone) => set(name, say(words[key] ?? [key, key]), tone)
  const tones = { paid: 'good', failed: 'bad', pending: 'open', confirming: 'open' }
  let before = null

  return {
    clear: () => {
      before = null
      say_('wallet', 'none', '')
      say_('merchant', 'silent', '')
      say_('page', 'idle', '')
    },
    /** What was taken before this scene is not of it. */
    books: ({ taken }, isNew) => {
      if (before === null || isNew) before = taken.length
      const own = taken.slice(before)
      if (own.length > 1) return set('wallet', `${own.length} × ${yuan(own[0])}`, 'bad')
      if (own.length === 1) set('wallet', yuan(own[0]), 'good')
    },
    merchant: ({ status, action }) => {
      const word = action ? 'pending' : status
      if (word) say_('merchant', word, tones[word] ?? '')
    },
    page: ({ phase, result }) => {
      const word = result || phase
      if (word) say_('page', word, tones[word] ?? (result ? '' : 'open'))
    },
  }
}
