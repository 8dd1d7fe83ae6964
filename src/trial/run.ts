/** Runs the checks one after another, each with what it asked. */
import { isSilence } from './asker.ts'
import { type Shown, show } from './redact.ts'
import { type Check, type Exchange, isUnchecked, type Trial } from './words.ts'

/**
 * `kept`: what was asked came as it should. `broken`: `saw` says what came. `unchecked`: `needs` says what it would take.
 * A check that was not made is never told as kept.
 */
export type Outcome =
  | { readonly outcome: 'kept' }
  | { readonly outcome: 'broken'; readonly saw: string; readonly exchanges: readonly Shown[] }
  | { readonly outcome: 'unchecked'; readonly needs: string }

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
  const fault = await check.run(trial)
  if (fault === undefined) return { outcome: 'kept' }
  return typeof fault === 'string' ? broken(fault, await askedBy(trial, before)) : broken(fault.saw, [fault.shownBy])
}

const outcomeOf = async (check: Check, trial: Trial): Promise<Outcome> => {
  try {
    return await verdictOn(check, trial)
  } catch (error) {
    if (isUnchecked(error)) return { outcome: 'unchecked', needs: error.needs }
    if (isSilence(error)) return broken(error.silence, trial.exchanges)
    throw error
  }
}

export const runCheck = async (check: Check, trial: Trial): Promise<Verdict> => {
  const { id, rule, title, why, change } = check
  return { id, rule, title, why, change, ...(await outcomeOf(check, trial)) }
}
