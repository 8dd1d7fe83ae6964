/** What a wallet's app on the phone does for a mini program, and its SDK for another app: the payer taps, it answers. */

/** `tap` is the payer at the sheet. */
export interface Phone {
  /** The origin of the wallets. */
  wallets: string
  wallet: 'wechat' | 'alipay'
  tap: () => Promise<'pay' | 'cancel'>
}

type Told = Record<string, string>

const post = async (url: string, body: unknown): Promise<Record<string, unknown>> => {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  return (await answer.json()) as Record<string, unknown>
}

/** What the wallet tells of a payment with these parameters, as it tells a page; null is silence. */
export const payBy = async ({ wallets, wallet, tap }: Phone, params: unknown): Promise<Told | null> => {
  const app = `${wallets}/${wallet}/app`
  const { answer, offer } = await post(`${app}/bridge`, params)
  if (answer) return answer as Told
  const told = await post(`${app}/bridge/${encodeURIComponent(String(offer))}/${await tap()}`, {})
  return told.answer as Told | null
}

/** A code that the merchant's server changes for the payer's id. */
export const loginBy = async ({ wallets, wallet }: Phone): Promise<string> =>
  String((await post(`${wallets}/${wallet}/app/login`, {})).code)
