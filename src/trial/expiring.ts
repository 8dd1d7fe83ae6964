/** How long an action lives: told, and told anew each time. */
import { inWords } from './came.ts'
import { type Check, unchecked } from './words.ts'

const expires: Check = {
  id: 'expiry-told',
  rule: 'prepare',
  title: 'Says how long an action lives',
  why: 'Without it a code is shown after it has died, and an old action is invoked from a page that was left open.',
  change: 'Send `expiresInSeconds`: what is left now until the last moment at which money can come by this action.',
  run: async (trial) => {
    const { expiresInSeconds: left } = (await trial.standing()).came.body
    if (left === undefined) return 'prepare was answered with an action and without expiresInSeconds'
    return typeof left === 'number' && left <= 0 ? `a new action came with expiresInSeconds ${left}` : undefined
  },
}

/** Long enough for whole seconds to differ. */
const aWhileMs = 2100

const countsDown: Check = {
  id: 'expiry-counts-down',
  rule: 'R8',
  title: 'Counts the time that is left down',
  why: 'A server that says 900 each time keeps a dead code on the screen, and lets the payer scan what the wallet refuses.',
  change: 'Keep the moment at which the wallet order ends, and answer what is left until then.',
  run: async (trial) => {
    const { payment, order, came } = await trial.standing()
    const first = came.body.expiresInSeconds
    await trial.pause(aWhileMs)
    const again = await trial.prepare(payment, order)
    const { expiresInSeconds: left } = again.body
    if (typeof first !== 'number' || typeof left !== 'number')
      throw unchecked('expiresInSeconds as a number, twice', `asked again, prepare was answered ${inWords(again)}`)
    return left < first
      ? undefined
      : `${first} s were left, and ${aWhileMs / 1000} s later the same action has ${left} s`
  },
}

export const expiry: readonly Check[] = [expires]
export const later: readonly Check[] = [countsDown]
