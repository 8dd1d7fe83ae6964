/**
 * What the page's own URL says when the payer comes back: hints, each of which only leads to a question.
 *
 * URLs are read as text: mini programs have no `URL`, and what is not ours in a query is handed on letter by letter.
 */

/** The payment id in a return URL. */
const idName = 'isopay'
const codeNames = ['code', 'auth_code'] as const
const identityNames: readonly string[] = [...codeNames, 'state']
const isId = (text: string | null): text is string => text !== null && /^[0-9a-f]{32}$/.test(text)

export interface Return {
  /** The payment that the URL names. */
  readonly payment: string | null
  /** Brought back from the wallet's identity page, with the payment it was fetched for. Works once. */
  readonly identity: { readonly code: string; readonly payment: string } | null
}

interface Address {
  readonly path: string
  /** `name=value`, as it stands there. */
  readonly query: readonly string[]
  readonly hash: string
}

const split = (url: string): Address => {
  const [, path = '', query = '', hash = ''] = /^([^?#]*)\??([^#]*)(.*)$/.exec(url) ?? []
  return { path, query: query.split('&').filter((pair) => pair !== ''), hash }
}

const join = ({ path, query, hash }: Address): string => path + (query.length > 0 ? `?${query.join('&')}` : '') + hash

const nameOf = (pair: string): string => pair.split('=')[0] ?? ''

const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null // a broken escape: nobody's code
  }
}

const valueIn = ({ query }: Address, name: string): string | null => {
  const pair = query.find((each) => nameOf(each) === name)
  return pair === undefined ? null : decode(pair.slice(name.length + 1))
}

const without = (address: Address, names: readonly string[]): Address => ({
  ...address,
  query: address.query.filter((pair) => !names.includes(nameOf(pair))),
})

export const readReturn = (url: string): Return => {
  const address = split(url)
  const payment = valueIn(address, idName)
  const state = valueIn(address, 'state')
  const code = valueIn(address, codeNames[0]) ?? valueIn(address, codeNames[1])
  return { payment: isId(payment) ? payment : null, identity: code && isId(state) ? { code, payment: state } : null }
}

/** The URL without the identity page's answer, so that no reload sends a code twice. */
export const withoutIdentity = (url: string): string => join(without(split(url), identityNames))

const absolute = (url: string, pageUrl: string): string | undefined => {
  const origin = /^https?:\/\/[^/?#]+/i
  if (origin.test(url)) return url
  const [own] = origin.exec(pageUrl) ?? []
  return own && /^\/(?!\/)/.test(url) ? own + url : undefined
}

/**
 * The return URL, or the page's own where the shop named none, with the payment id in it.
 *
 * Undefined where there is no page to come back to (a server, a mini program), or where the shop's is no URL.
 */
export const returnUrlFor = (payment: string, returnUrl: string | undefined, pageUrl: string): string | undefined => {
  const url = pageUrl === '' ? undefined : absolute(returnUrl ?? withoutIdentity(pageUrl), pageUrl)
  if (url === undefined) return undefined
  const { query, ...rest } = without(split(url), [idName])
  return join({ ...rest, query: [...query, `${idName}=${payment}`] })
}
