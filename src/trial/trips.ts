/** The trip to the wallet's login page, where the wallet must know who pays. */
import { addressIn } from './address.ts'
import { hasAction } from './trial.ts'
import type { Body, Came, Check, Trial } from './words.ts'

const wish = (trial: Trial): Body => ({
  platform: 'wechat-browser',
  accepts: ['wechat.bridge', 'authorize'],
  wallet: 'wechat',
  returnUrl: trial.returnUrl(),
})

/** The login page's address, or undefined where the server knows of none. */
const tripIn = ({ body }: Came): URL | undefined => {
  const { kind, url } = Object(body.action)
  return kind === 'authorize' && typeof url === 'string' ? addressIn(url) : undefined
}

const carriesId: Check = {
  id: 'trip-carries-id',
  rule: 'R5',
  title: 'Sends the payer to log in with the payment as `state`',
  why: 'A login that comes back without it belongs to nobody: anyone’s code could be slipped into the payer’s page.',
  change: 'Set `state` of the OAuth address to the payment id, as it is.',
  run: async (trial) => {
    const payment = trial.newId()
    const more = wish(trial)
    const came = await trial.prepare(payment, await trial.other(), more)
    const trip = tripIn(came)
    if (trip === undefined) return undefined
    const state = trip.searchParams.get('state')
    return state === payment ? undefined : `the login address has state ${JSON.stringify(state)}`
  },
}

/** What `prepare` says to a login code, and to the same code again. */
const loggedIn = async (trial: Trial, payment: string, order: string): Promise<readonly [Came, Came]> => {
  const more = wish(trial)
  const trip = tripIn(await trial.prepare(payment, order, more))
  const value = trip && (await trial.wallets().login(trip.href))
  const identity = { kind: 'oauth-code', value }
  return [
    await trial.prepare(payment, order, { ...more, identity }),
    await trial.prepare(payment, order, { ...more, identity }),
  ]
}

const keptIdentity: Check = {
  id: 'used-code',
  rule: 'R5',
  title: 'Keeps who pays with the payment, and sends no code on twice',
  why: 'A reload sends the code again. The wallet takes each code once, so the payer would be told that the login failed.',
  change: 'Keep the payer (openid) in the row of the payment; ignore a code once there is one.',
  run: async (trial) => {
    trial.wallets()
    const [first, again] = await loggedIn(trial, trial.newId(), await trial.fresh())
    if (!hasAction({ came: first })) return `prepare with a login code was answered with HTTP ${first.http}`
    return hasAction({ came: again }) ? undefined : `the same prepare again was answered with HTTP ${again.http}`
  },
}

export const trips: readonly Check[] = [carriesId]
export const logins: readonly Check[] = [keptIdentity]
