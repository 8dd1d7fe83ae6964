/** What wallets tell: believed if the wallet signed it, for this payment and this money, and counted once. */
import { isSilence } from './asker.ts'
import { statusIn } from './came.ts'
import { forgeries } from './forgeries.ts'
import { saidOf } from './paying.ts'
import { codeIn, hasAction } from './trial.ts'
import { type Body, type Came, type Check, type Trial, unchecked } from './words.ts'

/** Nothing came, or nothing is there: whoever listens elsewhere has not been told anything. */
const nobody = [0, 404, 405]

const heard = (telling: Promise<Came>): Promise<number> =>
  telling.then(
    ({ http }) => http,
    (error) => {
      if (isSilence(error)) return 0
      throw error
    },
  )

const unsigned: Check = {
  id: 'unsigned-notice',
  rule: 'notice',
  title: 'Believes no notification that is not signed',
  why: 'The address is in every order: anyone can post there. CVE-2026-0656, CVE-2026-0679 and CVE-2025-14078 were nothing else.',
  change: 'Verify the wallet’s signature over the raw body before you parse it; refuse what has none.',
  run: async (trial) => {
    const urls = trial.notifyUrls()
    const { payment, order, came } = await trial.standing()
    for (const url of urls) {
      const answers: number[] = []
      for (const { name, headers, body } of forgeries(payment, Object(came.body.amount))) {
        answers.push(await heard(trial.tell(url, headers, body)))
        const said = await trial.status(payment, order)
        if (said.body.status === 'paid') return `${name}, unsigned, was believed: the order is said to be paid`
      }
      if (answers.every((http) => nobody.includes(http)))
        throw unchecked('the address where wallets tell (--notify-url)', `nobody hears ${url} (HTTP ${answers[0]})`)
    }
    return undefined
  },
}

const names = ['wechat', 'alipay']

/** The stand-in tells at once, and again within a second where it is not accepted. */
const toldMs = 1000

const forged: Check = {
  id: 'forged-notice',
  rule: 'notice',
  title: 'Believes no notification that a stranger signed',
  why: 'A signature that is there is not one that is right: a forger signs too, with a key of his own.',
  change: 'Verify with the platform’s public key, chosen by your own configuration, never with one that came along.',
  run: async (trial) =>
    trial.wallets().during({ notification: 'forged' }, async () => {
      let opened = 0
      for (const wallet of names) {
        const [order, payment] = [await trial.fresh(), trial.newId()]
        if (!hasAction({ came: await trial.prepare(payment, order, { wallet }) })) continue
        opened += 1
        await trial.pause(toldMs)
        const { body } = await trial.status(payment, order)
        if (body.status === 'paid') return `a stranger's notification (${wallet}) was believed`
      }
      if (opened === 0) throw unchecked('an order that wechat or alipay can pay')
      return undefined
    }),
}

const payWith = async (trial: Trial, faults: Body) => {
  const wallets = trial.wallets()
  const [order, payment] = [await trial.fresh(), trial.newId()]
  const came = await trial.prepare(payment, order)
  return wallets.during(faults, async () => {
    await wallets.pay(codeIn({ came }))
    const said = await saidOf(trial, { payment, order })
    await trial.pause(toldMs)
    return { order, body: said.body }
  })
}

const once: Check = {
  id: 'replayed-notice',
  rule: 'notice',
  title: 'Counts a notification once, however often it is told',
  why: 'Wallets tell again until they are answered, and a stranger can send again what he has seen: goods twice, or credit twice.',
  change:
    'Let the row of the payment turn to paid once (`where status <> paid`); answer the repeat with success and do nothing.',
  run: async (trial) => {
    const received = trial.hand('received')
    const { order, body } = await payWith(trial, { notification: 'twice' })
    if (body.status !== 'paid') return `told twice that it is paid, status says ${statusIn(body)}`
    const total = Object(body.amount).value
    const counted = Number(await received(order))
    return counted === total ? undefined : `told twice of ${total}, the shop counted ${counted}`
  },
}

const inFull: Check = {
  id: 'underpaid',
  rule: 'notice',
  title: 'Compares the money that came with the money that was asked for',
  why: 'CVE-2026-9189: a genuine notification of $1 completed an order of $2,000.',
  change:
    'Compare value and currency of the notification, and of the query, with the row of the payment; if they differ, it is not paid.',
  run: async (trial) => {
    const { body } = await payWith(trial, { sum: 'one-fen' })
    return body.status === 'paid'
      ? `one fen was paid, and the order of ${Object(body.amount).value} is said to be paid`
      : undefined
  },
}

export const letters: readonly Check[] = [unsigned]
export const notices: readonly Check[] = [forged, once, inFull]
