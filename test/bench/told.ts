/** From the payment in the wallet's books to the result on the page, and the requests that it takes. */
import { makeDice } from '../simulation/dice.ts'
import { arrivalS, leastCost, type Model, models, paidBy } from './arrivals.ts'
import { adyen, type Client, everyS, isopay } from './clients.ts'
import { type Figure, times } from './figure.ts'
import { figureOf, type Served, serve, type Tallies } from './tally.ts'

const payers = 20_000
const horizonS = 900

const showing = {
  'isopay, long poll': isopay('showing', true),
  'isopay, blind': isopay('showing', false),
  "Adyen's schedule": adyen(2),
  'every 1.5 s': everyS(1.5, 1.5),
} as const

/** All look at once. */
const back = {
  'isopay, a server that holds': isopay('confirming', true),
  'isopay, a server that does not': isopay('confirming', false),
  "Adyen's schedule": adyen(0),
  'every 1.5 s': everyS(1.5, 0),
} as const

const arrivalsOf = (model: Model): readonly number[] => {
  const { chance } = makeDice(11)
  const all = Array.from({ length: payers }, () => arrivalS(model, 1 - chance(), chance()))
  return all.filter((atS) => atS < horizonS)
}

/** Half of the merchants know when the payer is back, the others hear on average a second later. Our choice. */
const lags = (count: number): readonly number[] => {
  const { chance } = makeDice(13)
  return Array.from({ length: count }, () => (chance() < 0.5 ? 0 : -Math.log(1 - chance())))
}

/** WeChat may send a phone’s browser back 5 s after its cashier opened, unpaid: pay.weixin.qq.com H5 guide, read 2026-11. */
const backAfterS = 5

const backEarly = (model: Model): readonly number[] => {
  const arrivals = arrivalsOf(model)
  const late = lags(arrivals.length)
  return arrivals.map((atS, index) => Math.max(0, atS + (late[index] ?? 0) - backAfterS))
}

type Peered = Readonly<Record<"Adyen's schedule", Client>>

/** Requests and the median delay of each client. */
const rowsOf = <Name extends string>(of: string, served: Served<Name | keyof Peered>): readonly Figure[] => {
  const peer = served.all["Adyen's schedule"]
  return (Object.keys(served.all) as Name[]).flatMap((name) => {
    const { requests, medianS } = served.all[name]
    const row = (what: string, unit: Figure['unit'], key: 'requests' | 'medianS', own: number): Figure => ({
      ...figureOf(served, `${of}, ${name}: ${what}`, unit, (tallies) => tallies[name][key]),
      against: times(own, 'Adyen', peer[key]),
    })
    return [row('requests', 'requests', 'requests', requests), row('told after', 's', 'medianS', medianS)]
  })
}

type Showing = keyof typeof showing

const worse = (tallies: Tallies<Showing>): number => {
  const { 'isopay, blind': own, "Adyen's schedule": peer } = tallies
  return Math.max(own.requests / peer.requests, own.delayS / peer.delayS)
}

const costs = (of: string, served: Served<Showing>, least: number): readonly Figure[] =>
  (Object.keys(showing) as Showing[]).map((name) => ({
    ...figureOf(served, `${of}, ${name}: cost over the least`, 'times', (tallies) => tallies[name].costS / least),
    against: times(served.all[name].costS, 'an optimum that knows them', least),
    ...(name === 'isopay, blind' && { bar: 1.13 }),
  }))

const bars: Readonly<Record<string, number>> = {
  'middle payers, isopay, long poll: requests': 1.3,
  'middle payers, isopay, long poll: told after': 0.15,
}

const barred = (figure: Figure): Figure => {
  const bar = bars[figure.name]
  return bar === undefined ? figure : { ...figure, bar }
}

/** A code is shown, and the page asks until it is paid. */
const codes = (model: Model): readonly Figure[] => {
  const of = `${model.name} payers`
  const served = serve(showing, arrivalsOf(model))
  const least = leastCost(model) / paidBy(model, horizonS)
  const name = `${of}, isopay, blind: requests or mean delay over Adyen's, the worse`
  return [
    ...rowsOf<Showing>(of, served).map(barred),
    ...costs(of, served, least),
    { ...figureOf(served, name, 'times', worse), against: times(worse(served.all), 'Adyen', 1), bar: 1 },
  ]
}

export const told = (): readonly Figure[] => [
  ...models.flatMap(codes),
  ...models.flatMap((model) => rowsOf(`back before ${model.name} payers paid`, serve(back, backEarly(model)))),
  ...rowsOf('back from a redirect, paid', serve(back, lags(payers))),
]
