/** What many payers cost a client, in all and round by round. */
import { makeDice } from '../simulation/dice.ts'
import { costOf } from './arrivals.ts'
import type { Client, Told } from './clients.ts'
import { type Figure, middle, round } from './figure.ts'

const perRound = 1_000

export interface Tally {
  readonly requests: number
  readonly delayS: number
  readonly medianS: number
  /** Requests and delay, weighed. */
  readonly costS: number
}

/** By the client's name. */
export type Tallies<Name extends string> = Readonly<Record<Name, Tally>>

export interface Served<Name extends string> {
  readonly all: Tallies<Name>
  readonly rounds: readonly Tallies<Name>[]
}

const tally = (told: readonly Told[]): Tally => {
  const mean = (of: (each: Told) => number) => told.reduce((sum, each) => sum + of(each), 0) / told.length
  const sorted = told.map(({ delayS }) => delayS).sort((one, other) => one - other)
  const [requests, delayS] = [mean((each) => each.requests), mean((each) => each.delayS)]
  return { requests, delayS, medianS: sorted[sorted.length >> 1] ?? Number.NaN, costS: costOf({ requests, delayS }) }
}

const clientsOf = <Name extends string>(clients: Readonly<Record<Name, Client>>) =>
  Object.entries(clients) as [Name, Client][]

const serveOnce = <Name extends string>(
  clients: Readonly<Record<Name, Client>>,
  paidAtS: readonly number[],
  seed: number,
) => {
  const told = clientsOf(clients).map(([name, client]) => {
    const { chance } = makeDice(seed)
    return [name, tally(paidAtS.map((atS) => client(atS, chance)))] as const
  })
  return Object.fromEntries(told) as Tallies<Name>
}

/** The same payers for every client. */
export const serve = <Name extends string>(
  clients: Readonly<Record<Name, Client>>,
  paidAtS: readonly number[],
): Served<Name> => {
  const starts = Array.from({ length: Math.floor(paidAtS.length / perRound) }, (_, index) => index * perRound)
  return {
    all: serveOnce(clients, paidAtS, 12),
    rounds: starts.map((start) => serveOnce(clients, paidAtS.slice(start, start + perRound), start)),
  }
}

/** Of all payers; the quarters are those of the rounds. */
export const figureOf = <Name extends string>(
  { all, rounds }: Served<Name>,
  name: string,
  unit: Figure['unit'],
  of: (tallies: Tallies<Name>) => number,
): Figure => ({ of: 'told', name, value: round(of(all)), unit, spread: middle(rounds.map(of)).spread })
