/** One state for each scene that a payer can be shown, with the words that a server and the core would say. */
import { PayError } from '../../src/core/errors.ts'
import type { Result, State, Status } from '../../src/core/words.ts'
import type { SceneName } from '../../src/panel/scenes.ts'

export const amount = { value: 2990, currency: 'CNY' }
export const payment = '0'.repeat(31).concat('1')

const named = { payment, order: 'order-1024', amount, payee: '小满茶铺', title: '西湖龙井 Longjing tea' }
const known = { ...named, platform: 'desktop-browser', channel: 'qr' }

const content = 'weixin://wxpay/bizpayurl?pr=NwY5Mz9'

const during = (phase: State['phase'], more: Partial<State> = {}): State => ({ ...known, phase, ...more })

const showing = (leftMs: number, nowMs: number, more: Partial<State> = {}): State =>
  during('showing', { qr: { content }, expiresAtMs: nowMs + leftMs, ...more })

export const ended = (status: Status, code?: PayError['code'], more: Partial<State> = {}): State => {
  const result: Result = { status, payment, order: named.order, amount, ...(code && { error: new PayError(code) }) }
  return during('settled', { result, ...more })
}

/** By the scene that each must come to, `nowMs` being the panel's clock. `waiting` is `confirming` after a while. */
export const gallery = (nowMs: number): Readonly<Record<SceneName, State | null>> => ({
  choosing: null,
  nowhere: null,
  preparing: { phase: 'preparing', payment, order: named.order, platform: 'desktop-browser' },
  invoking: during('invoking', { channel: 'wechat.bridge' }),
  showing: showing(299_000, nowMs),
  ending: showing(19_000, nowMs),
  expired: showing(-1, nowMs),
  scanned: showing(200_000, nowMs, { hint: 'scanned' }),
  paying: showing(200_000, nowMs, { hint: 'user-paying' }),
  away: during('away', { channel: 'redirect' }),
  confirming: during('confirming'),
  waiting: during('confirming'),
  paid: ended('paid'),
  cancelled: ended('cancelled', 'cancelled'),
  closed: ended('closed', 'closed'),
  refunded: ended('closed', 'refunded'),
  failed: ended('failed', 'failed'),
  pending: ended('pending', 'unconfirmed', { channel: 'redirect' }),
})
