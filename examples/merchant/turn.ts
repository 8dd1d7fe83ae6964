/**
 * One at a time for an order, over every server on the same store.
 *
 * A turn is a lease in the order's row, not a lock on it: no connection is held while a wallet is asked, and a server
 * that dies in its turn frees the order when the lease ends. It is renewed while the work goes on, so that it can be short.
 */
import { randomUUID } from 'node:crypto'
import { busy } from './errors.ts'
import type { Office } from './office.ts'
import { tell } from './wake.ts'

const leaseSeconds = 15
const renewMs = 5000
const patienceMs = 6000
const lookAgainMs = 500

const take = ({ store }: Office, order: string, turn: string) =>
  store.sql<{ handle: string }>(
    `update orders set turn = $2, turn_until = now() + make_interval(secs => $3)
     where handle = $1 and (turn is null or turn_until < now()) returning handle`,
    [order, turn, leaseSeconds],
  )

/** Answers how to stop renewing. */
const keep = ({ store }: Office, order: string, turn: string) => {
  const prolong = 'update orders set turn_until = now() + make_interval(secs => $3) where handle = $1 and turn = $2'
  const timer = setInterval(() => {
    store.sql(prolong, [order, turn, leaseSeconds]).catch((error) => console.error('turn:', error))
  }, renewMs)
  return () => clearInterval(timer)
}

const release = ({ store }: Office, order: string, turn: string) =>
  store.atomically(async (sql) => {
    await sql('update orders set turn = null, turn_until = null where handle = $1 and turn = $2', [order, turn])
    await tell(sql, order)
  })

export const another = () => busy('Another payment of this order is being prepared')

const takeSoon = async (office: Office, order: string, turn: string) => {
  const watch = office.wake.watch(order)
  const until = Date.now() + patienceMs
  try {
    while ((await take(office, order, turn)).length === 0) {
      const goOn = Date.now() < until && (await watch.news(lookAgainMs))
      if (!goOn) throw another()
    }
  } finally {
    watch.end()
  }
}

/**
 * Holds of a payment's row (`payments`) while the turn `$2` is the order's, and keeps it from passing on until the statement
 * has ended. A server that was held up for longer than its lease does not know that another one has gone on: what it
 * would write then is written over what is newer.
 */
export const isOurTurn = 'exists (select from orders where handle = payments.order_handle and turn = $2 for share)'

/** Does `work` while nobody else opens or closes a payment of this order. Throws `order_busy` if its turn never comes. */
export const inTurn = async <T>(office: Office, order: string, work: (turn: string) => Promise<T>): Promise<T> => {
  const turn = randomUUID()
  await takeSoon(office, order, turn)
  const stopKeeping = keep(office, order, turn)
  try {
    return await work(turn)
  } finally {
    stopKeeping()
    await release(office, order, turn)
  }
}
