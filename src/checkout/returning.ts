/** What the page's own URL says when the payer comes back: hints, each of which only leads to a question. */

/** The payment id in a return URL. */
const idName = 'isopay'
const codeNames = ['code', 'auth_code'] as const
const isId = (text: string | null): text is string => text !== null && /^[0-9a-f]{32}$/.test(text)

export interface Return {
  /** The payment that the URL names. */
  readonly payment: string | null
  /** Brought back from the wallet's identity page, with the payment it was fetched for. Works once. */
  readonly identity: { readonly code: string; readonly payment: string } | null
}

const parse = (url: string, base?: string): URL | null => {
  try {
    return base ? new URL(url, base) : new URL(url)
  } catch {
    return null // no page, as on a server, or nothing that one could come back to
  }
}

export const readReturn = (url: string): Return => {
  const query = parse(url)?.searchParams
  if (!query) return { payment: null, identity: null }
  const payment = query.get(idName)
  const state = query.get('state')
  const code = query.get(codeNames[0]) ?? query.get(codeNames[1])
  return { payment: isId(payment) ? payment : null, identity: code && isId(state) ? { code, payment: state } : null }
}

/** The URL without the identity page's answer, so that no reload sends a code twice. */
export const withoutIdentity = (url: string): string => {
  const clean = new URL(url)
  for (const name of [...codeNames, 'state']) clean.searchParams.delete(name)
  return clean.href
}

/** The return URL, or the page's own where the shop named none, with the payment id in it; undefined where there is no page. */
export const returnUrlFor = (payment: string, returnUrl: string | undefined, pageUrl: string): string | undefined => {
  const page = parse(pageUrl)
  const url = parse(returnUrl ?? (page ? withoutIdentity(pageUrl) : ''), pageUrl)
  url?.searchParams.set(idName, payment)
  return url?.href
}
