/** What a report may show of an exchange: no header's secret, no signed parameter, no code (law 11). */
import type { Body, Exchange } from './words.ts'

const hidden = '…'
const shown = new Set(['content-type', 'origin', 'accept'])
const secret = /secret|token|key|sign|openid|session|password|cookie|authorization|identity|nonceStr|package/i
const longest = 400
const longestOrder = 64

/** Texts of a server's own: a stack, a page. Long runs of key letters and whole PEM blocks are left out. */
const blunt = (text: string): string =>
  text
    .replace(/-----BEGIN [\s\S]*?(?:-----END [^-]*-----|$)/g, hidden)
    .replace(/[A-Za-z0-9+/_=-]{33,}/g, hidden)
    .slice(0, longest)

const action = (value: Body): Body =>
  Object.fromEntries(Object.entries(value).map(([name, each]) => [name, name === 'kind' ? each : hidden]))

const clean = (value: unknown, name = ''): unknown => {
  if (secret.test(name)) return hidden
  if (typeof value === 'string') return name === 'order' ? value.slice(0, longestOrder) : blunt(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((each) => clean(each))
  if (name === 'action') return action(value as Body)
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, clean(each, key)]))
}

export const cleanText = (text: string): string => {
  try {
    return JSON.stringify(clean(JSON.parse(text)))
  } catch {
    return blunt(text) // no JSON: shown as the text that it is
  }
}

/** An exchange for a reader's eyes. */
export interface Shown {
  readonly asked: string
  readonly headers: Readonly<Record<string, string>>
  readonly sent: string
  readonly came: string
}

export const show = ({ method, url, headers, sent, came }: Exchange): Shown => ({
  asked: `${method} ${url.split('?')[0]}`,
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, shown.has(name.toLowerCase()) ? value : hidden]),
  ),
  sent: cleanText(sent),
  came: typeof came === 'string' ? came : `HTTP ${came.http} ${cleanText(came.text)}`,
})
