/** Runs the checks one after another, each with what it asked. */
import { isSilence } from './asker.ts'
import { type Shown, show } from './redact.ts'
import { type Check, isUnchecked, type Trial } from './words.ts'

/**
 * `kept`: what was asked came as it should. `broken`: `saw` says what came. `unchecked`: `needs` says what it would take.
 * A check that was not made is never told as kept.
 */
export type Outcome =
  | { readonly outcome: 'kept' }
  | { readonly outcome: 'broken'; readonly saw: string; readonly exchanges: readonly Shown[] }
  | { readonly outcome: 'unchecked'; readonly needs: string }

export type Verdict = Pick<Check, 'id' | 'rule' | 'title' | 'why' | 'change'> & Outcome

/** The last of what a check asked is what shows the fault. */
const shownOfOne = 3

const broken = (saw: string, asked: Trial['exchanges']): Outcome => ({
  outcome: 'broken',
  saw,
  exchanges: asked.slice(-shownOfOne).map(show),
})

const outcomeOf = async (check: Check, trial: Trial): Promise<Outcome> => {
  const before = trial.exchanges.length
  try {
    const saw = await check.run(trial)
    return saw === undefined ? { outcome: 'kept' } : broken(saw, trial.exchanges.slice(before))
  } catch (error) {
    if (isUnchecked(error)) return { outcome: 'unchecked', needs: error.needs }
    if (isSilence(error)) return broken(error.silence, trial.exchanges.slice(before))
    throw error
  }
}

export const runCheck = async (check: Check, trial: Trial): Promise<Verdict> => {
  const { id, rule, title, why, change } = check
  return { id, rule, title, why, change, ...(await outcomeOf(check, trial)) }
}
