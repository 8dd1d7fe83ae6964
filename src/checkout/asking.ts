/** Asking the server what became of the money: one question in flight, spaced by the schedule. */

import type { Word } from '../contract/derived.ts'
import { type Abort, makeAbort } from '../core/abort.ts'
import type { PayError } from '../core/errors.ts'
import type { Event, Machine } from '../core/machine.ts'
import { holdSeconds, waitMs } from '../core/schedule.ts'
import { type Asked, type HeardWord, hearWord } from './gate.ts'
import type { Setup } from './setup.ts'
import { startStopwatch } from './stopwatch.ts'
import type { Answer } from './transport.ts'

export interface Asker {
  readonly asked: () => Asked
  readonly machine: () => Machine
  /** Since the stage began. */
  readonly elapsedMs: () => number
  readonly dispatch: (event: Event) => void
  /** What the server last said, for the eyes; or why it could not be heard. */
  readonly note: (news: { readonly word?: Word; readonly trouble?: PayError }) => void
}

interface Flight extends Abort {
  readonly turn: number
  readonly holdSeconds: number
  readonly tookMs: () => number
}

/** Visible, focus and pageshow come together: a question younger than this is not asked again. */
const youngMs = 2_000

export const makeAsking = (setup: Setup, asker: Asker) => {
  const { host, transport } = setup
  let flight: Flight | null = null
  let forgetTimer = () => {}
  let misses = 0
  let cutMs = 0
  let retryAfterMs = 0
  let sinceAnswerMs = () => 0

  const drop = () => {
    flight?.abort()
    flight = null
  }

  /** Holds until the next answer: whatever else makes it wait again meanwhile must not forget it. */
  const defer = (laterMs: number) => {
    retryAfterMs = laterMs
    sinceAnswerMs = startStopwatch(host)
  }

  const miss = (trouble: PayError, laterMs: number) => {
    misses += 1
    defer(laterMs)
    asker.note({ trouble })
  }

  const wait = () => {
    forgetTimer()
    const { stage } = asker.machine()
    const held = setup.holds && !host.page.hidden()
    const leftMs = retryAfterMs - sinceAnswerMs()
    const chance = host.chance()
    const look = { stage, elapsedMs: asker.elapsedMs(), misses, held, cutMs, retryAfterMs: leftMs, chance }
    cutMs = 0
    forgetTimer = host.after(waitMs(look), () => asker.dispatch({ type: 'due' }))
  }

  const learn = ({ holdSeconds: seconds, tookMs }: Flight) => {
    if (seconds > 0) setup.holds = tookMs() >= seconds * 600
  }

  const hear = (answer: Answer, asked: Asked, made: Flight): HeardWord => {
    retryAfterMs = answer.is === 'answered' ? 0 : answer.retryAfterMs
    if (answer.is === 'answered') return hearWord(answer.body, asked)
    if (made.holdSeconds > 0 && made.tookMs() > youngMs) cutMs = made.holdSeconds * 1_000
    return { type: 'mute', trouble: answer.trouble }
  }

  const take = (heard: HeardWord, made: Flight) => {
    if (heard.type === 'final') return asker.dispatch(heard)
    if (heard.type === 'mute') {
      miss(heard.trouble, retryAfterMs)
    } else {
      misses = 0
      learn(made)
      defer((heard.word.retryAfterSeconds ?? 0) * 1_000)
      asker.note({ word: heard.word })
    }
    asker.dispatch({ type: heard.type, turn: made.turn })
  }

  const send = () => {
    const { stage, turn } = asker.machine()
    drop()
    const seconds = holdSeconds(stage, asker.elapsedMs(), host.page.hidden())
    const made: Flight = { ...makeAbort(), turn, holdSeconds: seconds, tookMs: startStopwatch(host) }
    flight = made
    const asked = { ...asker.asked(), nonce: host.newId() }
    const { payment, order, nonce } = asked
    const body = { payment, order, nonce, ...(seconds > 0 && { waitSeconds: seconds }) }
    void transport('status', body, made.signal, seconds).then((answer) => {
      if (flight !== made) return
      flight = null
      take(hear(answer, asked, made), made)
    })
  }

  const ask = () => {
    forgetTimer()
    if (flight && flight.turn === asker.machine().turn && flight.tookMs() < youngMs) return
    const laterMs = setup.pace()
    if (laterMs > 0) forgetTimer = host.after(laterMs, send)
    else send()
  }

  /** A hidden page holds no long poll, so that it can be kept in the back/forward cache. */
  const letGo = () => {
    if (!flight || flight.holdSeconds === 0) return
    drop()
    wait()
  }

  const end = () => {
    forgetTimer()
    drop()
  }

  return { ask, wait, miss, letGo, end }
}
