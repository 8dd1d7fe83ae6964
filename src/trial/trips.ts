/** The trip to the wallet's login page, where the wallet must know who pays. */
import { addressIn } from './address.ts'
import { inWords } from './came.ts'
import { type Answers, prepareWhereFree, whereFree } from './free.ts'
import { hasAction } from './trial.ts'
import { type Body, type Came, type Check, type Prepared, type Trial, unchecked } from './words.ts'

const wish = (trial: Trial): Body => ({
  platform: 'wechat-browser',
  accepts: ['wechat.bridge', 'authorize'],
  wallet: 'wechat',
  returnUrl: trial.returnUrl(),
})

/** The login page's address. A server that asks nobody to log in has nothing to get wrong here. */
const tripIn = ({ came }: Pick<Prepared, 'came'>): URL => {
  const { kind, url } = Object(came.body.action)
  const trip = kind === 'authorize' && typeof url === 'string' ? addressIn(url) : undefined
  if (trip) return trip
  const saw = `does not apply: asked for wechat.bridge in WeChat’s browser, prepare was answered ${inWords(came)}`
  throw unchecked('a server that sends the payer to WeChat’s login (action authorize)', saw)
}

const carriesId: Check = {
  id: 'trip-carries-id',
  rule: 'R5',
  title: 'Sends the payer to log in with the payment as `state`',
  why: 'A login that comes back without it belongs to nobody: anyone’s code could be slipped into the payer’s page.',
  change: 'Set `state` of the OAuth address to the payment id, as it is.',
  run: async (trial) => {
    const prepared = await prepareWhereFree(trial, wish(trial), await trial.other())
    const state = tripIn(prepared).searchParams.get('state')
    return state === prepared.payment ? undefined : `the login address has state ${JSON.stringify(state)}`
  },
}

/** What `prepare` says to a login code, and to the same code again. */
const login =
  (trial: Trial) =>
  async (order: string): Promise<Answers<{ came: Came; again: Came }>> => {
    const [payment, more] = [trial.newId(), wish(trial)]
    const trip = tripIn({ came: await trial.prepare(payment, order, more) })
    const value = await trial.wallets().login(trip.href)
    if (value === '') throw unchecked('a login page of the stand-in wallets', 'it came back without a code')
    const withCode = { ...more, identity: { kind: 'oauth-code', value } }
    const came = await trial.prepare(payment, order, withCode)
    return [{ came, again: await trial.prepare(payment, order, withCode) }]
  }

const keptIdentity: Check = {
  id: 'used-code',
  rule: 'R5',
  title: 'Keeps who pays with the payment, and sends no code on twice',
  why: 'A reload sends the code again. The wallet takes each code once, so the payer would be told that the login failed.',
  change: 'Keep the payer (openid) in the row of the payment; ignore a code once there is one.',
  run: async (trial) => {
    trial.wallets()
    const [{ came, again }] = await whereFree(trial, login(trial), await trial.fresh())
    if (!hasAction({ came })) return `prepare with a login code was answered with HTTP ${came.http}`
    return hasAction({ came: again }) ? undefined : `the same prepare again was answered with HTTP ${again.http}`
  },
}

export const trips: readonly Check[] = [carriesId]
export const logins: readonly Check[] = [keptIdentity]
