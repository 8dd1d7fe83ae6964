/** Payment codes: charged once, looked after until the wallet's last word, reversed when their time is up. */
import type { Choice } from './choose.ts'
import { refusal } from './errors.ts'
import { look, note, retire } from './look.ts'
import type { Office } from './office.ts'
import { finish, type Payment, readPayment } from './payments.ts'
import { settle } from './settle.ts'
import type { Charge, WalletName } from './wallet.ts'

interface Asked {
  identity?: { kind: string; value: string } | undefined
}

export const codeIn = ({ identity }: Asked): string | undefined =>
  identity?.kind === 'payment-code' ? identity.value : undefined

/** Whose code it is: the figures of six payment companies' guides, read 2026-11. */
export const walletOfCode = (code: string | undefined): WalletName | undefined => {
  if (code === undefined) return undefined
  if (/^1[0-5]\d{16}$/.test(code)) return 'wechat'
  return /^(?:(?:2[5-9]|30)\d{14,22}|fp\w+)$/.test(code) ? 'alipay' : undefined
}

/** A wallet that took nothing fails the payment, once the wallet has confirmed that there is nothing. */
const fail = async (office: Office, payment: Payment): Promise<Payment> => {
  const { state } = await look(office, payment)
  const now = await readPayment(office, payment.id)
  const nothing = state === 'absent' || state === 'failed'
  return nothing && now.status === 'pending' ? finish(office, now, 'failed') : now
}

/** Sends the code on. Whatever is not clear now is left to those who look after it. */
export const chargeCode = async (
  office: Office,
  payment: Payment,
  { wallet }: Choice,
  charge: Charge,
  code: string,
) => {
  const charged = await wallet.charge(charge, code)
  if ('refused' in charged) return fail(office, payment)
  if (charged.state === 'paid') await settle(office, payment, charged)
  if (charged.state === 'open') await note(office, payment, charged.phase ?? null)
  return readPayment(office, payment.id)
}

/** A payment code is needed where the way of paying is one. */
export const requiredCode = (asked: Asked): string => {
  const code = codeIn(asked)
  if (code === undefined) throw refusal('bad_request', 'identity: a payment-code is needed')
  return code
}

const everyMs = 1000

const isDue = (office: Office, { wallet, lookAge, openedAge }: Payment): boolean => {
  if (wallet === null) return false
  const { lookEvery } = office.wallets[wallet].codes
  return Math.min(lookAge ?? Number.POSITIVE_INFINITY, openedAge ?? 0) >= lookEvery
}

const lookAfter = async (office: Office, id: string) => {
  const payment = await readPayment(office, id)
  const over = payment.reversing || payment.closeAsked || (payment.secondsLeft ?? 0) <= 0
  if (over) await retire(office, payment)
  else if (isDue(office, payment)) await look(office, payment)
}

const round = async (office: Office) => {
  const open = `select id from payments where status = 'pending' and channel = 'code'`
  const codes = await office.store.sql<{ id: string }>(open)
  await Promise.all(codes.map(({ id }) => lookAfter(office, id)))
}

/** Looks after the codes by itself, also when the till never comes back; answers how to stop. */
export const watchCodes = (office: Office) => {
  let running: Promise<void> | null = null
  const run = () => {
    running ??= round(office)
      .catch((error) => console.error('codes:', error))
      .finally(() => {
        running = null
      })
  }
  const timer = setInterval(run, everyMs)
  return async () => {
    clearInterval(timer)
    await running
  }
}
