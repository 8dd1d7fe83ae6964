/** What a wallet's app on the phone does for a mini program, and its SDK for another app: the payer taps, it answers. */

/** What stands on the sheet; `value` counts fen. */
export interface Sheet {
  payee: string
  value: number
  title: string
}

/** `tap` is the payer at the sheet. */
export interface Phone {
  /** The origin of the wallets. */
  wallets: string
  wallet: 'wechat' | 'alipay'
  tap: (sheet: Sheet) => Promise<'pay' | 'cancel'>
}

type Told = Record<string, string>

/** The wallet refuses at once, or shows what is to be paid. */
type Opened = { answer: Told } | ({ answer?: undefined; offer: string } & Sheet)

const post = async <T>(url: string, body: unknown): Promise<T> => {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  return (await answer.json()) as T
}

/** What the wallet tells of a payment with these parameters, as it tells a page; null is silence. */
export const payBy = async ({ wallets, wallet, tap }: Phone, params: unknown): Promise<Told | null> => {
  const app = `${wallets}/${wallet}/app`
  const opened = await post<Opened>(`${app}/bridge`, params)
  if (opened.answer) return opened.answer
  const way = `${app}/bridge/${encodeURIComponent(opened.offer)}/${await tap(opened)}`
  return (await post<{ answer: Told | null }>(way, {})).answer
}

/** A code that the merchant's server changes for the payer's id. */
export const loginBy = async ({ wallets, wallet }: Phone): Promise<string> =>
  (await post<{ code: string }>(`${wallets}/${wallet}/app/login`, {})).code
