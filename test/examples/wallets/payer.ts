/** The payer's hands, without a screen: what the phone's own pages do over HTTP. */
import { post } from './merchant.ts'

type Wallet = 'wechat' | 'alipay'

export interface Shown {
  offer: string
  payee: string
  value: number
  title: string
  refused?: string
}

const idIn = (page: string) => new URL(page, 'http://phone').searchParams.get('offer') ?? ''

/** Scans a code and looks at it: what the payer sees, or the refusal. */
export const scan = async (origin: string, wallet: Wallet, content: string): Promise<Shown> => {
  const found = await post<{ open?: string; refused?: string }>(`${origin}/${wallet}/app/scan`, { content })
  if (found.open === undefined) return { offer: '', payee: '', value: 0, title: '', refused: found.refused ?? '' }
  return look(origin, wallet, idIn(found.open))
}

export const look = async (origin: string, wallet: Wallet, offer: string): Promise<Shown> =>
  (await (await fetch(`${origin}/${wallet}/app/offers/${offer}`)).json()) as Shown

export const pay = (origin: string, wallet: Wallet, offer: string) =>
  post<{ next?: string | null; refused?: string }>(`${origin}/${wallet}/app/offers/${offer}/pay`)

export const cancel = (origin: string, wallet: Wallet, offer: string) =>
  post<{ next: string | null }>(`${origin}/${wallet}/app/offers/${offer}/cancel`)

/** Hands parameters to the bridge; where a sheet comes up, the payer taps. The answer is the page's. */
export const invoke = async (origin: string, wallet: Wallet, params: object, tap: 'pay' | 'cancel' = 'pay') => {
  const bridge = `${origin}/${wallet}/app/bridge`
  const seen = await post<Shown & { answer?: Record<string, string> }>(bridge, params)
  if (seen.answer) return seen.answer
  const { answer } = await post<{ answer: Record<string, string> | null }>(`${bridge}/${seen.offer}/${tap}`)
  return answer
}

/** Opens a link as the payer's browser does: where it leads, and what it says. */
export const follow = async (url: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(url, { headers, redirect: 'manual' })
  const to = answer.headers.get('Location')
  return { to, offer: to === null ? '' : idIn(to), text: await answer.text(), status: answer.status }
}
