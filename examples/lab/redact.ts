/** What may be shown of a message: the names of all fields, and the values of those that are nobody's secret. */

const shown = new Set([
  ...['platform', 'accepts', 'wallet', 'kind', 'status', 'phase', 'currency', 'value', 'total', 'waitSeconds'],
  ...['retryAfterSeconds', 'expiresInSeconds', 'payee', 'title', 'description', 'code', 'message', 'product'],
  ...['trade_state', 'trade_state_desc', 'trade_type', 'event_type', 'resource_type', 'summary', 'trade_status'],
  ...['total_amount', 'subject', 'method', 'msg', 'sub_code', 'sub_msg', 'err_msg', 'resultCode', 'memo', 'refused'],
  ...['signType', 'sign_type', 'scene_info', 'errcode', 'errmsg', 'scope', 'grant_type', 'notify_type'],
])

/** Names of things, of which the first digits are enough to tell them apart. */
const handles = new Set(['payment', 'order', 'paidBy', 'nonce', 'out_trade_no', 'transaction_id', 'trade_no'])

const hidden = '•••'

/** Whatever its name: a long run with a digit in it may be a code, a token, a signature. */
const looksSecret = (text: string): boolean => (text.match(/[0-9a-z]{12,}/gi) ?? []).some((run) => /\d/.test(run))

const leaf = (name: string, value: unknown): unknown => {
  if (handles.has(name)) return `${String(value).slice(0, 6)}…`
  if (!shown.has(name)) return hidden
  return typeof value === 'string' && looksSecret(value) ? hidden : value
}

export const redacted = (value: unknown, name = ''): unknown => {
  if (Array.isArray(value)) return value.map((each) => redacted(each, name))
  if (value === undefined || value === null) return value
  if (typeof value !== 'object') return leaf(name, value)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, redacted(inner, key)]))
}

/** An address without its query, and without the ids in its path. */
export const redactedPath = (url: string): string => {
  const [path = ''] = url.split('?')
  return path
    .split('/')
    .map((part) => (looksSecret(part) ? '…' : part))
    .join('/')
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const form = (text: string): unknown => {
  const fields = Object.fromEntries(new URLSearchParams(text))
  return { ...fields, ...(fields.biz_content && { biz_content: parsed(fields.biz_content) }) }
}

/** What a body holds, JSON or a form's fields; undefined where it is a page, or nothing. */
export const readBody = (text: string): unknown => {
  if (text === '' || text.startsWith('<')) return undefined
  return parsed(text) ?? (/^[\w-]+=/.test(text) ? form(text) : undefined)
}
