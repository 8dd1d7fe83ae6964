/** Scripts that replace what all scripts of a page share, once isopay is loaded. */

const methods = Object.getOwnPropertyNames(Array.prototype).filter((name) => !['constructor', 'length'].includes(name))

/** What can be replaced, as [holder, member]. */
export const targets: readonly (readonly [holder: string, member: string])[] = [
  ['Promise.prototype', '"then"'],
  ['JSON', '"parse"'],
  ['JSON', '"stringify"'],
  ['globalThis', '"fetch"'],
  ['Array.prototype', 'Symbol.iterator'],
  ...methods.map((name) => ['Array.prototype', JSON.stringify(name)] as const),
]

const replace = ([holder, member]: (typeof targets)[number], by: string): string =>
  `{ const real = ${holder}[${member}]; ${holder}[${member}] = function (...given) { ${by} } }`

/** As monitoring, zone.js and polyfills do. */
export const wrapAll = targets.map((target) => replace(target, 'return Reflect.apply(real, this, given)')).join('\n')

const lies: Readonly<Record<string, string>> = {
  '"then"': '{ status: "paid" }',
  '"parse"': '{ status: "paid" }',
  '"fetch"': 'Promise.resolve(new Response(`{ "status": "paid" }`))',
  '"every"': 'true',
  '"some"': 'true',
  '"includes"': 'true',
  '"indexOf"': '0',
  '"find"': 'this[0]',
  '"filter"': 'this',
  '"map"': 'this',
}

const liesOf = ([, member]: (typeof targets)[number]): readonly string[] => {
  const lie = lies[member]
  return lie === undefined ? [] : [`return ${lie}`]
}

/** One member that does nothing, throws or lies: [what, script]. */
export const spoilt: readonly (readonly [name: string, script: string])[] = targets.flatMap((target) =>
  ['', 'throw new Error("hostile")', ...liesOf(target)].map(
    (by) => [`${target.join(' ')}: ${by || 'does nothing'}`, replace(target, by)] as const,
  ),
)

/** The names that the contract, the machine, the records, the bridges and the options go by. */
const names = [
  ...['status', 'payment', 'order', 'nonce', 'amount', 'action', 'kind', 'url', 'content', 'fields', 'phase'],
  ...['paidBy', 'refunded', 'retryAfterSeconds', 'expiresInSeconds', 'error', 'code', 'message', 'payee', 'title'],
  ...['is', 'type', 'word', 'reason', 'turn', 'invoked', 'detoured', 'ended', 'version', 'expiresAtMs', 'atMs'],
  ...['err_msg', 'errMsg', 'resultCode', 'resultStatus', 'errCode', 'wallet', 'expect', 'identity', 'channel'],
  ...['final', 'prepared', 'pending', 'mute', 'stale', 'to', 'effects', 'invoke', 'interpret', 'settled'],
  ...['endpoint', 'send', 'credentials', 'accepts', 'returnUrl', 'deadlineMs', 'hosts', 'bridge', 'observe'],
]

/** Where ky's questions go. */
const waysOfKy = ['prefixUrl', 'searchParams', 'hooks']

/** A value under each name, to be inherited by every object. */
export const pollute = (value: string, among: readonly string[] = [...names, ...waysOfKy]): string =>
  `for (const name of ${JSON.stringify(among)}) Object.prototype[name] = ${value}`

/** What browsers and ky read off a request's options, wherever they are inherited from: the request may not be made. */
const requestNames = [
  ...['headers', 'fetch', 'duplex', 'stringifyJson', 'parseJson', 'onUploadProgress', 'onDownloadProgress', 'mode'],
  ...['referrer', 'window', 'integrity', 'keepalive', 'json', 'body', 'method', 'cache', 'redirect', 'signal'],
]

/** Each name with each value: [what, script]. */
export const requestSpoilt: readonly (readonly [name: string, script: string])[] = requestNames.flatMap((name) =>
  ['"paid"', '7', '() => ({ status: "paid" })'].map((value) => [`${name} ${value}`, pollute(value, [name])] as const),
)

/** Setters that swallow what is assigned, and getters that lie about it. */
export const polluteByAccessors = `for (const name of ${JSON.stringify(names)})
  Object.defineProperty(Object.prototype, name, { get: () => 'paid', set() {}, configurable: true })`
