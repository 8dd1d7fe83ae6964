/** Many payers at once at one merchant, who ask again where nobody answers, as a client of the contract does. */
import { newId, type Phone, send } from './market.ts'

export interface Outcome {
  ids: readonly string[]
  status: unknown
  /** Calls that were not answered: the server was gone. */
  unanswered: number
  story: readonly string[]
  ms: number
}

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms))

const patienceMs = 600_000
/** What a client of the contract lets a held answer take: the ten seconds that it asked for, and eight. */
const timeoutMs = 18_000

const within = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([work, sleep(timeoutMs).then(() => Promise.reject(new Error('no answer in time')))])

interface Said {
  action?: { content?: unknown }
  status?: unknown
}

/** One payer. `devices` is on how many phones and screens the order is open; each pays if it can. */
export const pay = async (origin: string, phone: Phone, order: string, devices: number): Promise<Outcome> => {
  const began = performance.now()
  const ids: string[] = []
  const story: string[] = []
  const told = (refusal: unknown) => story.push(String(refusal))
  let unanswered = 0

  /** Until there is an answer of the contract; the same question each time, as it carries the same id. */
  const ask = async (call: string, body: object): Promise<Said> => {
    while (performance.now() - began < patienceMs) {
      const answer = await within(send(`${origin}/pay/${call}`, body)).catch(() => null)
      const { status, phase, error } = answer?.body ?? {}
      story.push(`${call} ${answer?.http} ${error?.code ?? status ?? ''} ${phase ?? ''}`)
      if (answer?.http === 200) return answer.body
      // Busy is an answer: the older payment is asked about instead.
      if (answer?.http === 409) return {}
      unanswered += 1
      await sleep(200 + Math.random() * 300)
    }
    return {}
  }
  const statusOf = async (payment: string) =>
    (await ask('status', { payment, order, nonce: newId(), waitSeconds: 10 })).status

  const newPayment = () => {
    const payment = newId()
    ids.push(payment)
    return payment
  }
  const device = async (wallet: string) => {
    let payment = newPayment()
    let status: unknown
    while (status !== 'paid' && status !== 'closed' && performance.now() - began < patienceMs) {
      const asked = { payment, order, platform: 'desktop-browser', accepts: ['qr'], wallet }
      const { action } = await ask('prepare', asked)
      const refused = action && (await phone.scanAndPay(wallet, action.content).then(() => false, told))
      status = await statusOf(payment)
      // A code that the phone refuses though nobody closed it: the payer cancels, and taps again.
      if (!refused || status !== 'pending') continue
      await ask('close', { payment, order })
      payment = newPayment()
    }
  }
  await Promise.all(Array.from({ length: devices }, (_, index) => device(index % 2 ? 'alipay' : 'wechat')))
  const status = await statusOf(ids[0] ?? '')
  return { ids, status, unanswered, story, ms: performance.now() - began }
}
