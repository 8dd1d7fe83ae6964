/** Runs the checks one after another, each with what it asked. */
import { isSilence } from './asker.ts'
import { type Shown, show } from './redact.ts'
import { type Check, type Exchange, isUnchecked, type Trial, type Unchecked } from './words.ts'

/**
 * `kept`: what was asked came as it should; `seen` says how much of it came to pass, where that was not all. `broken`:
 * `saw` says what came. `unchecked`: `needs` says what it would take, `saw` what came that left nothing to look at. A check
 * that was not made is never told as kept.
 */
export type Outcome =
  | { readonly outcome: 'kept'; readonly seen?: string }
  | { readonly outcome: 'broken'; readonly saw: string; readonly exchanges: readonly Shown[] }
  | { readonly outcome: 'unchecked'; readonly needs: string; readonly saw?: string }

/** One check, with what came of it: kept, broken (and what was seen), or unchecked (and what it needs). */
export type Verdict = Pick<Check, 'id' | 'rule' | 'title' | 'why' | 'change'> & Outcome

/** The last of what a check asked is what shows the fault. */
const shownOfOne = 3

const broken = (saw: string, exchanges: readonly Exchange[]): Outcome => ({
  outcome: 'broken',
  saw,
  exchanges: exchanges.slice(-shownOfOne).map(show),
})

/** A check that asked nothing has looked at the answer that all share, or at why there is none. */
const askedBy = async ({ exchanges, standing }: Trial, before: number): Promise<readonly Exchange[]> => {
  const own = exchanges.slice(before)
  if (own.length > 0) return own
  const shared = await standing().catch(() => undefined)
  return shared ? exchanges.filter((each) => each.came === shared.came) : exchanges.slice(0, 1)
}

const verdictOn = async (check: Check, trial: Trial): Promise<Outcome> => {
  const before = trial.exchanges.length
  const found = await check.run(trial)
  if (found === undefined) return { outcome: 'kept' }
  if (typeof found === 'string') return broken(found, await askedBy(trial, before))
  return 'seen' in found ? { outcome: 'kept', seen: found.seen } : broken(found.saw, [found.shownBy])
}

const unmade = ({ needs, saw }: Unchecked): Outcome => ({
  outcome: 'unchecked',
  needs,
  ...(saw === undefined ? {} : { saw }),
})

/** Nothing was seen of what the check is about: this is why and what, not that. */
const silence = {
  why: 'Whoever is not answered asks again, and the payer waits before a page that knows nothing.',
  change: 'Answer each question within 8 s: with 503 and `retryAfterSeconds` where the wallet keeps you waiting.',
}

const outcomeOf = async (check: Check, trial: Trial): Promise<Outcome & Partial<typeof silence>> => {
  try {
    return await verdictOn(check, trial)
  } catch (error) {
    if (isUnchecked(error)) return unmade(error)
    if (isSilence(error)) return { ...broken(error.silence, trial.exchanges), ...silence }
    throw error
  }
}

export const runCheck = async (check: Check, trial: Trial): Promise<Verdict> => {
  const { id, rule, title, why, change } = check
  return { id, rule, title, why, change, ...(await outcomeOf(check, trial)) }
}
