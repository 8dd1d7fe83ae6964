/** Ends: a close is remembered, and nothing is opened beside what is open. */
import { inWords, statusIn } from './came.ts'
import { type Answers, prepareWhereFree, whereFree } from './free.ts'
import { hasAction } from './trial.ts'
import { type Came, type Check, type Trial, unchecked } from './words.ts'

/** A close and, later, the prepare that it belongs to. */
const closeFirst =
  (trial: Trial) =>
  async (order: string): Promise<Answers<{ closed: Came; came: Came }>> => {
    const payment = trial.newId()
    const closed = await trial.close(payment, order)
    return [{ closed, came: await trial.prepare(payment, order) }]
  }

const tombstone: Check = {
  id: 'close-remembered',
  rule: 'R4',
  title: 'Remembers a close that came before its prepare',
  why: 'A prepare that was slow on the way arrives after the payer gave up: it would open a wallet order that nobody watches.',
  change:
    'Write a closed row for an id that was never heard of; a prepare that comes later answers `closed` and calls no wallet.',
  run: async (trial) => {
    const [{ closed, came }] = await whereFree(trial, closeFirst(trial))
    if (closed.http !== 200) return `close of an unknown payment was answered with HTTP ${closed.http}`
    if (hasAction({ came })) return 'a prepare after its own close opened a wallet order'
    const said = came.http < 400 && came.body.status !== 'closed'
    return said ? `a prepare after its own close answered ${statusIn(came.body)}` : undefined
  },
}

const oneOpen: Check = {
  id: 'one-open',
  rule: 'R3',
  title: 'Closes the old payment before it opens a new one',
  why: 'Two open wallet orders for one thing are two codes that can both be paid: iWebs#143 charged two within a second.',
  change:
    'Close the old wallet order first. Where that is refused or unanswered, answer 409 order_busy and open nothing.',
  run: async (trial) => {
    const first = await trial.standing()
    const came = await trial.prepare(trial.newId(), first.order)
    if (!hasAction({ came }))
      return {
        seen: `a second payment was answered ${inWords(came)} and opened nothing; that the first is closed for it was not seen`,
      }
    const { body } = await trial.status(first.payment, first.order)
    return body.status === 'closed' || body.status === 'failed'
      ? undefined
      : `a second payment got an action while status of the first one says ${statusIn(body)}`
  },
}

const closes: Check = {
  id: 'close-closes',
  rule: 'close',
  title: 'Closes a payment once and for all, however often it is asked',
  why: 'A payment that opens again after its end is paid by a payer whom nobody waits for.',
  change:
    'Close the wallet order, then the row; answer the same to every later close, and no action to a later prepare.',
  run: async (trial) => {
    const { payment, order, came: opened } = await prepareWhereFree(trial, {})
    if (!hasAction({ came: opened }))
      throw unchecked('a new payment with an action', `prepare was answered ${inWords(opened)}`)
    const [first, again] = [await trial.close(payment, order), await trial.close(payment, order)]
    if (first.http !== 200 || again.http !== 200)
      return `close was answered with HTTP ${first.http}, then ${again.http}`
    if (first.body.status !== again.body.status)
      return `close answered ${statusIn(first.body)}, then ${statusIn(again.body)}`
    const came = await trial.prepare(payment, order)
    if (hasAction({ came })) return 'a closed payment got an action again'
    if (again.body.status === 'pending')
      throw unchecked('a wallet that closes at once', 'close was answered pending, twice')
    return undefined
  },
}

export const unheard: readonly Check[] = [tombstone]
export const ends: readonly Check[] = [oneOpen, closes]
