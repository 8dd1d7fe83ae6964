/** One trial: its orders, the payments that its checks share, and what it was given to work with. */
import { makeNewId } from '../host/mini-chance.ts'
import { timers } from '../host/timers.ts'
import { type Asker, makeAsker } from './asker.ts'
import { inWords } from './came.ts'
import { openWallets } from './wallets.ts'
import { type Body, type Came, type Hook, type Prepared, type Trial, unchecked } from './words.ts'

export interface TrialOptions extends Asker {
  readonly orders: readonly string[]
  /** Makes one more order, as unpaid as those. */
  readonly newOrder: (() => Promise<string>) | undefined
  readonly platform: string
  readonly accepts: readonly string[]
  readonly wallet: string | undefined
  readonly wallets: string | undefined
  readonly notifyUrls: readonly string[]
  readonly returnUrl: string | undefined
  readonly hooks: Readonly<Partial<Record<Hook, (order: string) => Promise<string>>>>
}

/** What a shop's own hand could not do is no fault of the server's. */
const failed = (name: string) => (error: unknown) => {
  throw unchecked(`--${name} to work: ${error instanceof Error ? error.message : String(error)}`)
}

/** Hands out each order once, then asks for new ones. */
const orderPool = ([, ...rest]: readonly string[], newOrder: TrialOptions['newOrder']) => {
  const spare = [...rest]
  const take = async (): Promise<string> => {
    const order = spare.shift() ?? (await newOrder?.().catch(failed('new-order')))
    if (order === undefined) throw unchecked('one more unpaid order (--order again, or --new-order)')
    return order
  }
  /** Looked at and left: whoever takes next gets it. */
  const peek = async (): Promise<string> => {
    const order = await take()
    spare.unshift(order)
    return order
  }
  return { take, peek }
}

/** Works once; whoever comes later gets the same, a failure included. */
const once = <T>(work: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => {
    made ??= work()
    return made
  }
}

const given = <T>(value: T | undefined, needs: string): T => {
  if (value === undefined) throw unchecked(needs)
  return value
}

/** A refusal is 4xx: a server that falls over has refused nothing. */
export const isRefused = ({ http }: Came): boolean => http >= 400 && http < 500

export const hasAction = ({ came }: Pick<Prepared, 'came'>): boolean => 'action' in came.body

/** The code that a payer scans. */
export const codeIn = ({ came }: Pick<Prepared, 'came'>): string => {
  const { content } = Object(came.body.action)
  if (typeof content === 'string') return content
  throw unchecked('an action of kind qr (--accepts qr)', `prepare was answered ${inWords(came)}`)
}

const handNeeds: Readonly<Record<Hook, string>> = {
  reprice: 'a command that changes what an order costs (--reprice)',
  refund: 'a command that gives money back (--refund)',
  received: 'a command that says what came for an order (--received)',
}

/** Everything that a check may ask of the server under trial. */
export const makeTrial = (options: TrialOptions): Trial => {
  const { orders, newOrder, platform, accepts, wallet, notifyUrls, returnUrl, hooks } = options
  const { send, tell, exchanges } = makeAsker(options)
  const newId = makeNewId(undefined)
  const pool = orderPool(orders, newOrder)
  const order = given(orders[0], 'an order')
  const wish = { platform, accepts, ...(wallet === undefined ? {} : { wallet }) }
  const hands = options.wallets === undefined ? undefined : openWallets(options.wallets, options.fetch)
  const wallets = () => given(hands, 'the stand-in wallets (--wallets)')

  const ask = (call: 'prepare' | 'status' | 'close', body: Body) =>
    send(call, { body: JSON.stringify(body), held: 'waitSeconds' in body })
  const prepare: Trial['prepare'] = (payment, of, more) => ask('prepare', { payment, order: of, ...wish, ...more })
  const status: Trial['status'] = (payment, of, more) => ask('status', { payment, order: of, nonce: newId(), ...more })

  const prepared = async (of: string): Promise<Prepared> => {
    const payment = newId()
    const answer = { payment, order: of, came: await prepare(payment, of) }
    if (!hasAction(answer)) throw unchecked('an order that can be paid', `prepare was answered ${inWords(answer.came)}`)
    return answer
  }

  const pay = async (): Promise<Prepared> => {
    const hand = wallets()
    const answer = await prepared(await pool.take())
    await hand.pay(codeIn(answer))
    return answer
  }

  return {
    prepare,
    status,
    close: (payment, of) => ask('close', { payment, order: of }),
    send,
    tell,
    newId,
    pause: (ms) => new Promise((done) => timers.after(ms, done)),
    order,
    other: pool.peek,
    fresh: pool.take,
    standing: once(() => prepared(order)),
    paid: once(pay),
    wallets,
    notifyUrls: () => given(notifyUrls.length > 0 ? notifyUrls : undefined, 'where wallets tell (--notify-url)'),
    returnUrl: () => given(returnUrl, 'a page that a payer may be sent back to (--return-url)'),
    ownHeaders: Object.keys(options.headers),
    hand: (name) => {
      const work = given(hooks[name], handNeeds[name])
      return (of) => work(of).catch(failed(name))
    },
    exchanges,
  }
}
