/** The held answer. */
import { isSilence } from './asker.ts'
import type { Check } from './words.ts'

const waitSeconds = 1

/** The client gives a held answer `waitSeconds` and 8 s more. */
const patienceMs = (waitSeconds + 8) * 1000

const longPoll: Check = {
  id: 'long-poll',
  rule: 'R6',
  title: 'Answers a held status when its time is up',
  why: 'A poll that is never answered holds a connection for each payer, and the payer hears nothing at all.',
  change: 'Answer after `waitSeconds` at the latest, with what is known then; or ignore it and answer at once.',
  run: async (trial) => {
    const { payment, order } = await trial.standing()
    try {
      const { http, ms } = await trial.status(payment, order, { waitSeconds })
      if (http >= 400) return `status with waitSeconds was answered with HTTP ${http}`
      return ms > patienceMs ? `status with waitSeconds ${waitSeconds} took ${ms} ms` : undefined
    } catch (error) {
      if (isSilence(error)) return `status with waitSeconds ${waitSeconds}: ${error.silence}`
      throw error
    }
  },
}

export const held: readonly Check[] = [longPoll]
