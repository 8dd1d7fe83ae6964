/** Who may ask, and where a payer may be sent. */
import { isRefused } from './trial.ts'
import type { Check } from './words.ts'
import { unchecked } from './words.ts'

const stranger = 'https://isopay-check.example'

const notAnybody: Check = {
  id: 'session-needed',
  rule: 'R7',
  title: 'Answers nobody who does not show the session or token',
  why: 'Ids are in URLs and logs: whoever reads one there could follow, close or replace the payment.',
  change: 'Decide by session or token before anything else; answer 401 or 403.',
  run: async (trial) => {
    if (trial.ownHeaders.length === 0) throw unchecked('the headers of a session (--header)')
    const { payment, order } = await trial.standing()
    const body = JSON.stringify({ payment, order, nonce: trial.newId() })
    const came = await trial.send('status', { body, bare: true })
    return isRefused(came) ? undefined : `status without the session’s headers was answered with HTTP ${came.http}`
  },
}

const onlyHome: Check = {
  id: 'return-url',
  rule: 'R7',
  title: 'Sends the payer back to its own pages alone',
  why: 'The wallet’s cashier would hand the payer over to a page of a stranger, who says "pay again".',
  change: 'Compare the origin of `returnUrl` with a list of your own; answer 422 return_url_refused.',
  run: async (trial) => {
    const there = { platform: 'mobile-browser', accepts: ['redirect', 'form', 'qr'], returnUrl: `${stranger}/return` }
    const payment = trial.newId()
    const came = await trial.prepare(payment, await trial.other(), there)
    if (came.http < 400) await trial.close(payment, await trial.other())
    const carried = decodeURIComponent(JSON.stringify(came.body.action ?? null)).includes(stranger)
    return carried ? `the action sends the payer back to ${stranger}` : undefined
  },
}

export const mayAsk: readonly Check[] = [notAnybody]
export const mayReturn: readonly Check[] = [onlyHome]
