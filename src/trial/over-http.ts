/** How the three calls may be sent, and who may read the answers. */
import { lookingBack } from './looking-back.ts'
import { isRefused } from './trial.ts'
import type { Call, Check, Trial } from './words.ts'

const calls: readonly Call[] = ['prepare', 'status', 'close']

/** Its host is reserved: nobody's shop is there (RFC 2606). */
const stranger = 'https://isopay-check.example'

/** A status that would be answered, were it sent rightly. */
const question = async (trial: Trial): Promise<string> => {
  const { payment, order } = await trial.standing()
  return JSON.stringify({ payment, order, nonce: trial.newId() })
}

const postOnly: Check = {
  id: 'post-only',
  rule: 'http',
  title: 'Takes POST alone',
  why: 'A cache, a link preview or a prefetch may send a GET again for ever: each would prepare, or answer an old status.',
  change: 'Answer GET with 405 and `allow: POST`, for status too.',
  run: async (trial) => {
    const { payment, order } = await trial.standing()
    const asked = { payment, order, nonce: trial.newId(), platform: 'desktop-browser', accepts: 'qr' }
    for (const call of calls) {
      const came = await trial.send(call, { method: 'GET', query: `?${new URLSearchParams(asked)}` })
      if (!isRefused(came)) return `GET ${call} was answered with HTTP ${came.http}`
    }
    return undefined
  },
}

const jsonOnly: Check = {
  id: 'json-only',
  rule: 'R7',
  title: 'Takes the JSON content type alone',
  why: "A form on a foreign page can send text/plain with the payer's cookies and no preflight: it would open and close payments in the payer's name.",
  change: 'Answer anything but `content-type: application/json` with 415, before the body is read.',
  run: async (trial) => {
    const body = await question(trial)
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const came = await trial.send('status', { headers: { 'content-type': type }, body })
      if (!isRefused(came)) return `status sent as ${type} was answered with HTTP ${came.http}`
    }
    return undefined
  },
}

const stored = /\bpublic\b|\bimmutable\b|\b(?:s-maxage|max-age)=0*[1-9]/i

const notStored: Check = {
  id: 'not-stored',
  rule: 'http',
  title: 'Lets nobody store an answer',
  why: 'An answer that is kept on the way says pending when the money is there, or shows one payer what was for another.',
  change: 'Send `cache-control: no-store` with every answer, errors included.',
  run: async (trial) => {
    const { payment, order, came } = await trial.standing()
    for (const { headers } of [came, await trial.status(payment, order)]) {
      const control = headers.get('cache-control') ?? ''
      if (stored.test(control)) return `an answer came with cache-control: ${control}`
    }
    return undefined
  },
}

const opensToStrangers = (headers: Headers): boolean => {
  const allowed = headers.get('access-control-allow-origin')
  const named = allowed === stranger || allowed === '*' || allowed === 'null'
  return named && headers.get('access-control-allow-credentials') === 'true'
}

const ownOrigins: Check = {
  id: 'own-origins',
  rule: 'R7',
  title: 'Lets foreign pages read nothing with credentials',
  why: "Any site that the payer visits could prepare, read and close payments with the payer's own session.",
  change:
    'Compare Origin with a list of your own origins; never send back whatever Origin came, least of all with `allow-credentials`.',
  run: async (trial) => {
    const body = await question(trial)
    const asking = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' }
    const preflight = await trial.send('status', { method: 'OPTIONS', headers: { origin: stranger, ...asking } })
    if (opensToStrangers(preflight.headers)) return `a preflight from ${stranger} was allowed with credentials`
    const answer = await trial.send('status', { headers: { origin: stranger }, body })
    if (opensToStrangers(answer.headers)) return `an answer to ${stranger} may be read there with credentials`
    return undefined
  },
}

const noRedirect: Check = {
  id: 'no-redirect',
  rule: 'http',
  title: 'Answers by itself, without a redirect',
  why: 'A redirect turns a POST into a GET or takes it to another host; the client follows none, so nothing would be paid.',
  change: 'Answer at the address that was asked: mind trailing slashes, http to https, and login pages.',
  run: lookingBack(({ http }, { method }) =>
    method === 'POST' && http >= 300 && http < 400 ? `a POST was answered with HTTP ${http}` : undefined,
  ),
}

/** The client gives a request 8 s, over headers and body. */
const patienceMs = 8000

const inTime: Check = {
  id: 'in-time',
  rule: 'http',
  title: 'Answers within 8 seconds',
  why: 'The client gives up then and asks again: a slow server is asked twice, and its answer is heard by nobody.',
  change: "Give the wallet's gateway less than 5 s and answer 503 with `retryAfterSeconds` where it stays silent.",
  run: lookingBack(({ ms }, { held }) => (!held && ms > patienceMs ? `an answer took ${ms} ms` : undefined)),
}

export const asked: readonly Check[] = [postOnly, jsonOnly, notStored, ownOrigins]
/** What every exchange of the trial shows, looked at in the end. */
export const overall: readonly Check[] = [noRedirect, inTime]
