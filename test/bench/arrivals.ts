/** When payers pay after a code is shown: three models, and what a schedule costs on each. */

/** Log-normal: the median in seconds, and the share that pays after 60 s. */
export const models = [
  { name: 'quick', medianS: 8, lateShare: 0.017, lateZ: 2.12 },
  { name: 'middle', medianS: 14, lateShare: 0.05, lateZ: 1.645 },
  { name: 'slow', medianS: 24, lateShare: 0.12, lateZ: 1.175 },
] as const

export type Model = (typeof models)[number]

const sigmaOf = ({ medianS, lateZ }: Model): number => Math.log(60 / medianS) / lateZ

/** A payer of that model: seconds until the payment, from one number of chance in (0, 1) and another. Box and Muller. */
export const arrivalS = (model: Model, one: number, other: number): number => {
  const z = Math.sqrt(-2 * Math.log(one)) * Math.cos(2 * Math.PI * other)
  return model.medianS * Math.exp(sigmaOf(model) * z)
}

/** Abramowitz and Stegun 7.1.26: good to 1.5e-7. */
const erf = (x: number): number => {
  const t = 1 / (1 + 0.3275911 * Math.abs(x))
  const tail = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592].reduce((sum, a) => (sum + a) * t, 0)
  return Math.sign(x) * (1 - tail * Math.exp(-x * x))
}

/** The share that has paid by then. */
export const paidBy = (model: Model, seconds: number): number =>
  seconds <= 0 ? 0 : (1 + erf(Math.log(seconds / model.medianS) / (sigmaOf(model) * Math.SQRT2))) / 2

/** A request weighs as much as a tenth of a second of delay: at that, a pace of about 2 s is right for most payers. Our choice. */
const requestS = 0.1

export const costOf = ({ requests, delayS }: { readonly requests: number; readonly delayS: number }): number =>
  requests * requestS + delayS

const stepS = 0.25
const horizonS = 900

/**
 * The least cost of any schedule that knows the model: backwards over the moments of a look, each a quarter of a second
 * after another. The state is the moment of the last look that found the order unpaid.
 */
export const leastCost = (model: Model): number => {
  const count = horizonS / stepS
  const shares = Array.from({ length: count + 1 }, (_, at) => paidBy(model, at * stepS))
  const moments = [0]
  for (let at = 1; at <= count; at += 1)
    moments[at] = (moments[at - 1] ?? 0) + ((shares[at] ?? 0) - (shares[at - 1] ?? 0)) * (at - 0.5) * stepS
  /** Of those unpaid at the state's moment, as a sum over the share of payers still unpaid. */
  const cost = new Float64Array(count + 1)
  for (let from = count - 1; from >= 0; from -= 1) {
    const unpaid = 1 - (shares[from] ?? 0)
    let best = Number.POSITIVE_INFINITY
    for (let to = from + 1; to <= Math.min(count, from + 400); to += 1) {
      const paid = (shares[to] ?? 0) - (shares[from] ?? 0)
      const delay = paid * to * stepS - ((moments[to] ?? 0) - (moments[from] ?? 0))
      best = Math.min(best, unpaid * requestS + delay + (cost[to] ?? 0))
    }
    cost[from] = best
  }
  return cost[0] ?? Number.NaN
}
