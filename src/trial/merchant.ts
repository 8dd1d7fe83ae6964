/** A merchant's server held against the contract. */
import { isSilence } from './asker.ts'
import { inWords } from './came.ts'
import { checks } from './checks.ts'
import { runCheck, type Verdict } from './run.ts'
import { isRefused, makeTrial, type TrialOptions } from './trial.ts'
import type { Trial } from './words.ts'

/** What the shop's own side does for a trial; each is given an order's handle. */
interface Hooks {
  /** Changes what the order costs. */
  readonly reprice?: ((order: string) => Promise<string>) | undefined
  /** Gives money back, and resolves to how much, in the minor unit. */
  readonly refund?: ((order: string) => Promise<string>) | undefined
  /** Resolves to what your books say came for the order, in the minor unit. */
  readonly received?: ((order: string) => Promise<string>) | undefined
}

/** What a trial works with. What it is not given leaves checks unmade, and is told. */
export interface MerchantTrialOptions extends Hooks {
  /** Handles of unpaid orders that may be paid and closed. At least one; each check that pays takes one of its own. */
  readonly orders?: readonly string[] | undefined
  /** Makes one more unpaid order, and resolves to its handle. */
  readonly newOrder?: (() => Promise<string>) | undefined
  /** Sent with each call, such as a session's. Never shown. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** The platform that each *prepare* names. Default `desktop-browser`. */
  readonly platform?: string | undefined
  /** The kinds of action that each *prepare* accepts. Default `['qr']`. */
  readonly accepts?: readonly string[] | undefined
  /** The wallet that each *prepare* asks for. Default: the server chooses. */
  readonly wallet?: string | undefined
  /** Origin of the stand-in wallets (`examples/wallets`) that the server was started with. */
  readonly wallets?: string | undefined
  /** Where wallets tell the server of payments. */
  readonly notifyUrls?: readonly string[] | undefined
  /** A page on one of the shop's own origins. */
  readonly returnUrl?: string | undefined
  /** Ids of checks or rules: only those are made. */
  readonly only?: readonly string[] | undefined
  /** How many milliseconds an answer may take. Default 10,000. */
  readonly timeoutMs?: number | undefined
  /** What asks, instead of the global `fetch`. */
  readonly fetch?: typeof fetch | undefined
  /** Told of each verdict as it falls. */
  readonly observe?: ((verdict: Verdict) => void) | undefined
}

/** What came of a trial. */
export interface Report {
  /** The server that was tried. */
  readonly endpoint: string
  /** One a check, in the order of the checks. */
  readonly verdicts: readonly Verdict[]
  /** How many were kept. */
  readonly kept: number
  /** How many were broken. */
  readonly broken: number
  /** How many could not be checked. */
  readonly unchecked: number
}

/** A held answer may take 8 s more than was asked for. */
const patienceMs = 10_000

/** Why a trial cannot begin. Its message says what to do. */
export interface Unreachable extends Error {
  readonly unreachable: string
}

const refuse = (why: string): Unreachable => Object.assign(new Error(why), { unreachable: why })

export const isUnreachable = (error: unknown): error is Unreachable => error instanceof Error && 'unreachable' in error

const noOrder = (error: unknown): never => {
  throw refuse(`No order could be made: ${error instanceof Error ? error.message : String(error)}`)
}

const trialOptions = async (endpoint: string, options: MerchantTrialOptions): Promise<TrialOptions> => {
  const { orders = [], newOrder, reprice, refund, received } = options
  const hooks = Object.entries({ reprice, refund, received }).filter(([, work]) => work !== undefined)
  const first = orders.length > 0 || newOrder === undefined ? orders : [await newOrder().catch(noOrder)]
  return {
    endpoint: endpoint.replace(/\/+$/, ''),
    orders: first,
    newOrder,
    headers: options.headers ?? {},
    platform: options.platform ?? 'desktop-browser',
    accepts: options.accepts ?? ['qr'],
    wallet: options.wallet,
    wallets: options.wallets?.replace(/\/+$/, ''),
    notifyUrls: options.notifyUrls ?? [],
    returnUrl: options.returnUrl,
    hooks: Object.fromEntries(hooks),
    timeoutMs: options.timeoutMs ?? patienceMs,
    fetch: options.fetch ?? fetch,
  }
}

const advice: Readonly<Record<number, string>> = {
  401: 'it wants to know who asks: give it --header',
  403: 'it wants to know who asks: give it --header',
  404: 'it does not know the order, or the endpoint is another: prepare, status and close must lie right below it',
  409: 'the order is busy: wait until its payments have ended, or name another order',
  422: 'it cannot pay in that way: try --platform, --accepts or --wallet',
}

const begin = async (trial: Trial): Promise<void> => {
  try {
    await trial.standing()
  } catch (error) {
    if (isSilence(error)) throw refuse(`The server cannot be reached: ${error.silence}`)
    const { came } = trial.exchanges.at(-1) ?? {}
    if (typeof came !== 'object') throw error
    const { status } = came.body
    if (typeof status === 'string' && status !== 'pending')
      throw refuse(`The order is ${status} already: name one that is not paid`)
    const hint = advice[came.http] ?? (isRefused(came) ? 'it does not take what a client sends' : undefined)
    if (hint !== undefined) throw refuse(`prepare was answered with ${inWords(came)}: ${hint}`)
  }
}

const isMeant = (only: readonly string[] | undefined, { id, rule }: Pick<Verdict, 'id' | 'rule'>): boolean =>
  only === undefined || only.includes(id) || only.includes(rule)

/**
 * Holds the server at `endpoint` against the contract: what it asks is written down, and each check says what came that
 * should not have. It opens, closes and, at stand-in wallets, pays the orders it was given: never give it a customer's.
 * Rejects, with a message that says what to do, where the server cannot be reached or does not take the first order.
 */
export const testMerchant = async (endpoint: string, options: MerchantTrialOptions): Promise<Report> => {
  const trial = makeTrial(await trialOptions(endpoint, options))
  await begin(trial)
  const verdicts: Verdict[] = []
  for (const check of checks.filter((each) => isMeant(options.only, each))) {
    const verdict = await runCheck(check, trial)
    options.observe?.(verdict)
    verdicts.push(verdict)
  }
  const count = (outcome: Verdict['outcome']) => verdicts.filter((each) => each.outcome === outcome).length
  return { endpoint, verdicts, kept: count('kept'), broken: count('broken'), unchecked: count('unchecked') }
}
