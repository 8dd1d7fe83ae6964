/** From the payment in the wallet's books to the result on the page, and the requests that it takes. */
import type { Stage } from '../../src/core/machine.ts'
import { holdSeconds, waitMs } from '../../src/core/schedule.ts'
import { makeDice } from '../simulation/dice.ts'
import { arrivalS, costOf, leastCost, type Model, models, paidBy } from './arrivals.ts'
import { type Figure, round, times } from './figure.ts'

const payers = 20_000
const tripS = 0.06
const horizonS = 900

interface Told {
  readonly requests: number
  readonly delayS: number
}

/** Asks from the code's first moment until the answer says paid; the gaps are in seconds. */
type Client = (paidAtS: number, chance: () => number) => Told

/** Sends at once, waits for the answer and then for `gap`. */
const asking = (gap: (elapsedS: number) => number, firstS: number): Client => {
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

/** isopay's own functions, with a server that holds a look or does not. */
const isopay = (stage: Stage, holds: boolean): Client => {
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

const clients = {
  'isopay, long poll': isopay('showing', true),
  'isopay, blind': isopay('showing', false),
  "Adyen's schedule": asking((atS) => (atS < 60 ? 2 : 10), 2),
  'every 1.5 s': asking(() => 1.5, 1.5),
} as const

type Name = keyof typeof clients

interface Tally {
  readonly requests: number
  readonly delayS: number
  readonly medianS: number
}

const tally = (told: readonly Told[]): Tally => {
  const mean = (of: (each: Told) => number) => told.reduce((sum, each) => sum + of(each), 0) / told.length
  const sorted = told.map(({ delayS }) => delayS).sort((one, other) => one - other)
  return {
    requests: mean(({ requests }) => requests),
    delayS: mean(({ delayS }) => delayS),
    medianS: sorted[sorted.length >> 1] ?? Number.NaN,
  }
}

/** The same payers for every client. */
const payersOf = (model: Model): readonly number[] => {
  const { chance } = makeDice(11)
  const times = Array.from({ length: payers }, () => arrivalS(model, 1 - chance(), chance()))
  return times.filter((atS) => atS < horizonS)
}

const serve = (client: Client, arrivals: readonly number[]): Tally => {
  const { chance } = makeDice(12)
  return tally(arrivals.map((atS) => client(atS, chance)))
}

const figuresOf = (model: Model): readonly Figure[] => {
  const arrivals = payersOf(model)
  const all = Object.entries(clients).map(([name, client]) => [name as Name, serve(client, arrivals)] as const)
  const found = (wanted: Name) => all.find(([name]) => name === wanted)?.[1] ?? { requests: 0, delayS: 0, medianS: 0 }
  const adyen = found("Adyen's schedule")
  const blind = found('isopay, blind')
  const middle = model.name === 'middle'
  const least = leastCost(model) / paidBy(model, horizonS)
  const rows = all.flatMap(([name, { requests, medianS }]): readonly Figure[] => {
    const held = middle && name === 'isopay, long poll'
    const of = `${model.name} payers, ${name}`
    return [
      {
        of: 'told',
        name: `${of}: requests`,
        value: round(requests),
        unit: 'requests',
        against: times(requests, 'Adyen', adyen.requests),
        ...(held && { bar: 1.3 }),
      },
      {
        of: 'told',
        name: `${of}: told after`,
        value: round(medianS),
        unit: 's',
        against: times(medianS, 'Adyen', adyen.medianS),
        ...(held && { bar: 0.15 }),
      },
    ]
  })
  return [
    ...rows,
    {
      of: 'told',
      name: `${model.name} payers, isopay, blind: cost over the least`,
      value: round(costOf(blind) / least),
      unit: 'times',
      bar: 1.13,
    },
    {
      of: 'told',
      name: `${model.name} payers, isopay, blind: requests over Adyen's`,
      value: round(blind.requests / adyen.requests),
      unit: 'times',
      bar: 1,
    },
    {
      of: 'told',
      name: `${model.name} payers, isopay, blind: mean delay over Adyen's`,
      value: round(blind.delayS / adyen.delayS),
      unit: 'times',
      bar: 1,
    },
  ]
}

/** Half of the merchants know when the payer is back, the others hear on average a second later. Our choice. */
const lags = (): readonly number[] => {
  const { chance } = makeDice(13)
  return Array.from({ length: payers }, () => (chance() < 0.5 ? 0 : -Math.log(1 - chance())))
}

const comingBack = (): readonly Figure[] =>
  [true, false].flatMap((holds): readonly Figure[] => {
    const { requests, medianS } = serve(isopay('confirming', holds), lags())
    const name = `back from a redirect, a server that ${holds ? 'holds' : 'does not hold'}`
    return [
      { of: 'told', name: `${name}: requests`, value: round(requests), unit: 'requests' },
      { of: 'told', name: `${name}: told after`, value: round(medianS), unit: 's' },
    ]
  })

export const told = (): readonly Figure[] => [...models.flatMap(figuresOf), ...comingBack()]
