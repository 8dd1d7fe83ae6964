/** Who asks when: isopay's own schedule, and those that it is held against. */
import type { Stage } from '../../src/core/machine.ts'
import { holdSeconds, waitMs } from '../../src/core/schedule.ts'

/** There and back. */
const tripS = 0.06

export interface Told {
  readonly requests: number
  readonly delayS: number
}

/** Asks from the first moment of a code, or of a page that is back, until the answer says paid. */
export type Client = (paidAtS: number, chance: () => number) => Told

/** Sends at once, waits for the answer and then for `gap`, in seconds. */
export const asking = (gap: (elapsedS: number) => number, firstS: number): Client => {
  return (paidAtS) => {
    let atS = firstS
    let requests = 1
    while (atS + tripS / 2 < paidAtS) {
      atS += tripS + gap(atS)
      requests += 1
    }
    return { requests, delayS: atS + tripS - paidAtS }
  }
}

/** 2 s, and 10 s after the first minute: `hooks/usePaymentStatusTimer/constants.js` of adyen-web 6.45.2. */
export const adyen = (firstS: number): Client => asking((atS) => (atS < 60 ? 2 : 10), firstS)

export const everyS = (gapS: number, firstS: number): Client => asking(() => gapS, firstS)

/** isopay's own functions, with a server that holds a look or does not. */
export const isopay = (stage: Stage, holds: boolean): Client => {
  return (paidAtS, chance) => {
    const wait = (elapsedS: number) =>
      waitMs({
        stage,
        elapsedMs: elapsedS * 1_000,
        misses: 0,
        held: holds,
        cutMs: 0,
        retryAfterMs: 0,
        chance: chance(),
      }) / 1_000
    let atS = stage === 'confirming' ? 0 : wait(0)
    for (let requests = 1; ; requests += 1) {
      const heldS = holds ? holdSeconds(stage, atS * 1_000, false) : 0
      if (atS + tripS / 2 + heldS >= paidAtS)
        return { requests, delayS: Math.max(atS + tripS, paidAtS + tripS / 2) - paidAtS }
      const heardS = atS + tripS + heldS
      atS = heardS + wait(heardS)
    }
  }
}
