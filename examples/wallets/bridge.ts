/** `/__wallet/*`: what an in-wallet browser adds to a shop's origin, so that a page's own policy lets it in. */
import { readFileSync } from 'node:fs'
import type { Place } from './places.ts'

export interface WalletAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

const read = (name: string) => readFileSync(new URL(`./pages/${name}`, import.meta.url), 'utf8')

const file = (body: string, type: string): WalletAnswer => ({
  status: 200,
  headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' },
  body,
})

/** The place is handed to the script as its one argument: it must know it before any other script runs. */
const script = (place: Place) =>
  file(`(function (place) {\n${read('bridge.js')}\n})(${JSON.stringify(place)})`, 'text/javascript')

/** An app names the wallet whose SDK it calls; anywhere else it is the wallet that the page runs in. */
const routeOf = ({ wallet, pays }: Place, path: string): string | null => {
  const [first = '', ...rest] = path.slice('/__wallet/'.length).split('/')
  if (wallet) return [wallet, 'app', first, ...rest].join('/')
  return pays && ['wechat', 'alipay'].includes(first) ? [first, 'app', ...rest].join('/') : null
}

/** What the bridge asks of the wallet goes on to the phone's own routes; a wallet that is down is a bad gateway. */
const passOn = async (url: string, method: string, body: Buffer): Promise<WalletAnswer> => {
  const headers = { 'Content-Type': 'application/json' }
  const init = method === 'GET' ? { headers } : { method, headers, body: body.toString() }
  const answer = await fetch(url, init).catch(() => new Response('{}', { status: 502 }))
  return { ...file(await answer.text(), 'application/json'), status: answer.status }
}

export const answerWallet = async (
  place: Place,
  wallets: string,
  path: string,
  method: string,
  body: Buffer,
): Promise<WalletAnswer> => {
  if (path === '/__wallet/bridge.js') return script(place)
  if (path === '/__wallet/sheet.js') return file(read('sheet.js'), 'text/javascript')
  if (path === '/__wallet/sheet.css') return file(read('sheet.css'), 'text/css')
  const route = routeOf(place, path)
  if (route === null) return { ...file('{}', 'application/json'), status: 404 }
  return passOn(`${wallets}/${route}`, method, body)
}
