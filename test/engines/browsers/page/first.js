// Runs before everything else of the page: opens what a test must see into, keeps every complaint, moves the clock.
{
  const query = new URLSearchParams(location.search)

  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (init) {
    return attach.call(this, Object.assign({}, init, { mode: 'open' }))
  }

  /** Over reloads and trips to the wallet, as long as the tab. */
  const complain = (words) => {
    const before = JSON.parse(sessionStorage.getItem('complaints') || '[]')
    sessionStorage.setItem('complaints', JSON.stringify(before.concat(String(words))))
  }
  addEventListener('securitypolicyviolation', (event) => complain(`${event.violatedDirective} ${event.sample}`))
  addEventListener('error', (event) => complain(event.message))
  addEventListener('unhandledrejection', (event) => complain(`unhandled: ${event.reason}`))
  const log = console.error
  console.error = (...words) => {
    complain(words.join(' '))
    log(...words)
  }

  window.returns = []
  addEventListener('pageshow', (event) => window.returns.push(event.persisted))

  const now = Date.now
  window.laterMs = 0
  Date.now = () => now() + window.laterMs

  /** What a server might say, on the prototype of everything. */
  const lies = {
    status: 'paid',
    phase: 'settled',
    result: { status: 'paid' },
    paidBy: '0'.repeat(32),
    kind: 'redirect',
    url: 'https://foreign.example/',
    content: 'https://foreign.example/',
    error: { code: 'order_busy', message: 'never said' },
    retryAfterSeconds: 3600,
    expiresInSeconds: 0,
    persisted: true,
  }
  if (query.has('polluted')) Object.assign(Object.prototype, lies)
}
