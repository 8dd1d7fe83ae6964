/** The contract can grow: what a server does not know yet, it passes over. */
import { prepareWhereFree } from './free.ts'
import { hasAction } from './trial.ts'
import type { Check } from './words.ts'

const unknownFields: Check = {
  id: 'unknown-fields',
  rule: 'prepare',
  title: 'Passes over fields that it does not know',
  why: 'A newer client sends one field more, and a server that refuses it takes no payment from the day of the update.',
  change: 'Let the schema strip or keep unknown fields; do not forbid them (no `additionalProperties: false`).',
  run: async (trial) => {
    const { payment, order } = await trial.standing()
    const later = { isopayCheckLater: { since: 2 } }
    const prepared = await trial.prepare(payment, order, later)
    if (prepared.http >= 400) return `prepare with one more field was answered with HTTP ${prepared.http}`
    const { http } = await trial.status(payment, order, later)
    return http >= 400 ? `status with one more field was answered with HTTP ${http}` : undefined
  },
}

const unknownKinds: Check = {
  id: 'unknown-kinds',
  rule: 'prepare',
  title: 'Answers with a kind that was accepted, and passes over the others',
  why: 'An action that the client did not offer to carry out is refused there, and the payer cannot pay at all.',
  change: 'Take the first of `accepts` that you can do; where there is none, answer 422 unsupported.',
  run: async (trial) => {
    const { came } = await prepareWhereFree(trial, { accepts: ['isopay-check.later'] })
    if (hasAction({ came })) return 'asked for a kind that nobody knows, prepare answered an action of another kind'
    return came.http >= 500 ? `asked for a kind that nobody knows, prepare answered HTTP ${came.http}` : undefined
  },
}

export const growth: readonly Check[] = [unknownFields, unknownKinds]
