/** *status*: the server's word, fresh, held back for as long as the asker waits and nothing changes. */
import type { statusRequest } from 'isopay/contract'
import type * as z from 'zod'
import { silent } from './errors.ts'
import { lookAround } from './look.ts'
import type { Office } from './office.ts'
import { findOrder } from './orders.ts'
import { type Word, wordOn } from './word.ts'

type StatusRequest = z.infer<typeof statusRequest>

/** While an answer is held the wallet is asked this often, in case its notification is lost. */
const lookEveryMs = 5000

const freshWord = async (office: Office, { order, payment }: StatusRequest): Promise<Word> => {
  const known = await lookAround(office, order)
  const word = await wordOn(office, order, payment)
  if (word.status === 'pending' && !known) throw silent()
  return word
}

const sameAs = (first: Word, now: Word) => JSON.stringify(first) === JSON.stringify(now)

/** Whether the payment's hint is one that was told before; from now on it is. */
const isTold = async ({ store }: Office, { payment }: StatusRequest): Promise<boolean> => {
  const news = 'update payments set phase_told = phase where id = $1 and phase is distinct from phase_told returning id'
  return (await store.sql(news, [payment])).length === 0
}

/** Holds until there is another word than the first one, a final one, a hint that nobody was told, or no more time. */
const heldWord = async (office: Office, asked: StatusRequest, gone: AbortSignal): Promise<Word> => {
  const until = Date.now() + (asked.waitSeconds ?? 0) * 1000
  const watch = office.wake.watch(asked.order)
  gone.addEventListener('abort', watch.end)
  try {
    const first = await freshWord(office, asked)
    let word = first
    while (
      (await isTold(office, asked)) &&
      word.status === 'pending' &&
      sameAs(first, word) &&
      Date.now() < until &&
      !gone.aborted
    ) {
      const goOn = await watch.news(Math.min(lookEveryMs, until - Date.now()))
      if (!goOn) break
      word = await freshWord(office, asked)
    }
    return word
  } finally {
    gone.removeEventListener('abort', watch.end)
    watch.end()
  }
}

export const answerStatus = async (office: Office, asked: StatusRequest, gone: AbortSignal) => {
  await findOrder(office, asked.order)
  return { ...(await heldWord(office, asked, gone)), nonce: asked.nonce }
}
