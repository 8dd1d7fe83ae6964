/** What is true of the order, by whose word: the wallet's books, the merchant's server, the page. */
import { element, say } from './words.js'

const titles = {
  wallet: ['钱包账本', 'Wallet’s books'],
  merchant: ['商家服务器说', 'Merchant says'],
  page: ['页面说', 'The page says'],
}

const words = {
  none: ['没有扣款', 'nothing taken'],
  silent: ['还没人问', 'not asked yet'],
  idle: ['还没开始', 'not started'],
  preparing: ['准备中', 'preparing'],
  invoking: ['已调起钱包', 'wallet invoked'],
  showing: ['等待扫码', 'code shown'],
  away: ['去了钱包', 'in the wallet'],
  confirming: ['正在确认', 'still checking'],
  pending: ['未支付', 'pending'],
  paid: ['已支付', 'paid'],
  cancelled: ['已取消', 'cancelled'],
  closed: ['已关闭', 'closed'],
  failed: ['未成功', 'failed'],
  refunded: ['已退款', 'refunded'],
}

const tones = { none: '', silent: '', idle: '', paid: 'good', failed: 'bad', cancelled: '', closed: '' }

/** Finer stages than the public phases, as `observe` tells them. */
const phases = { detour: 'away', doubting: 'confirming', checking: 'confirming', last: 'confirming', settled: '' }

const yuan = (fen) => `¥${(fen / 100).toFixed(2)}`

const lamp = (name) => {
  const word = element('b', { id: `lamp-${name}` })
  const box = element(
    'p',
    { className: 'lamp' },
    element('i'),
    element('span', { textContent: say(titles[name]) }),
    word,
  )
  const set = (text, tone) => {
    if (word.textContent !== text) word.textContent = text
    box.dataset.tone = tone
  }
  return { box, set, show: (key) => set(say(words[key] ?? [key, key]), tones[key] ?? 'open') }
}

export const openLamps = (place) => {
  const [wallet, merchant, page] = Object.keys(titles).map(lamp)
  let before = null
  let settled = false
  place.append(wallet.box, merchant.box, page.box)

  return {
    clear: () => {
      before = null
      settled = false
      wallet.show('none')
      merchant.show('silent')
      page.show('idle')
    },
    /** What was taken before this scene is not of it. */
    books: ({ taken }) => {
      before ??= taken.length
      const [first, ...more] = taken.slice(before)
      if (more.length > 0) wallet.set(`${more.length + 1} × ${yuan(first)}`, 'bad')
      else if (first !== undefined) wallet.set(yuan(first), 'good')
    },
    merchant: ({ status, action }) => {
      const word = action ? 'pending' : status
      if (typeof word === 'string') merchant.show(word)
    },
    /** A page that has settled may begin anew. */
    page: ({ phase, result, stage }) => {
      const word = result || (phase ?? phases[stage] ?? stage)
      if (!word || (stage && settled)) return
      settled = Boolean(result)
      page.show(word)
    },
  }
}
