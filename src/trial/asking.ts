/** Who may ask, and where a payer may be sent. */
import { codeOf, inWords } from './came.ts'
import { prepareWhereFree } from './free.ts'
import { hasAction, isRefused } from './trial.ts'
import { type Check, unchecked } from './words.ts'

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

/** As a part of an address its signs are written as codes. A percent sign of the server's own is no reason to stop. */
const isCarried = (action: unknown): boolean => {
  const text = JSON.stringify(action ?? null)
  return [stranger, encodeURIComponent(stranger), encodeURIComponent(encodeURIComponent(stranger))].some((each) =>
    text.includes(each),
  )
}

const onlyHome: Check = {
  id: 'return-url',
  rule: 'R7',
  title: 'Sends the payer back to its own pages alone',
  why: 'The wallet’s cashier would hand the payer over to a page of a stranger, who says "pay again".',
  change: 'Compare the origin of `returnUrl` with a list of your own; answer 422 return_url_refused.',
  run: async (trial) => {
    const there = { platform: 'mobile-browser', accepts: ['redirect', 'form', 'qr'], returnUrl: `${stranger}/return` }
    const { payment, order, came } = await prepareWhereFree(trial, there, await trial.other())
    if (hasAction({ came })) await trial.close(payment, order)
    if (codeOf(came) === 'unsupported')
      throw unchecked('a way to pay in a phone’s browser', `prepare was answered ${inWords(came)}`)
    return isCarried(came.body.action) ? `the action sends the payer back to ${stranger}` : undefined
  },
}

export const mayAsk: readonly Check[] = [notAnybody]
export const mayReturn: readonly Check[] = [onlyHome]
