/** A mini program on a phone that is online: what it asks of its SDK is done, and the clock goes on by itself. */
import { onTestFinished } from 'vitest'
import { type Build, type Fields, json, load, type Phone, type Want } from '../package/bare.ts'

/** Functions of the runtime that answer by `success`, `fail` and `complete`, each later. */
export type Sdk = Readonly<Record<string, (options: never) => void>>

export interface LiveOptions extends Build {
  readonly phone: Phone
  readonly brand: string
  readonly sdk: Sdk
}

interface Alarm {
  readonly id: number
  readonly dueMs: number
}

const tickMs = 5

/** Starts the mini program: its bundle is there as `isopay`. It is killed at the end of the test, if not before. */
export const startLive = ({ sdk, ...options }: LiveOptions) => {
  const { phone } = options
  const run = load({ ...options, functions: Object.keys(sdk) })
  const alarms = new Set<Alarm>()
  let alive = true

  const serve = (want: Want) => {
    if ('id' in want) return alarms.add({ id: want.id, dueMs: phone.nowMs + want.afterMs })
    const callbacks = Object.entries(want.held).map(([by, id]) => [by, (said: unknown) => answer(id, said)])
    return sdk[want.name]?.({ ...want.options, ...Object.fromEntries(callbacks) } as never)
  }

  /** What the code comes to, by way of JSON. */
  const evaluate = (code: string): unknown => {
    phone.nowMs = Date.now()
    const { value, wants } = run(code)
    for (const want of wants) serve(want)
    return value
  }

  const answer = (id: number, said?: unknown) => {
    if (alive) evaluate(`phone.run(${id}, ${json(said)})`)
  }

  const ring = (alarm: Alarm) => {
    alarms.delete(alarm)
    answer(alarm.id)
  }

  const ticking = setInterval(() => {
    const due = [...alarms].filter(({ dueMs }) => dueMs <= Date.now())
    for (const alarm of due.sort((a, b) => a.dueMs - b.dueMs)) ring(alarm)
  }, tickMs)

  const kill = () => {
    alive = false
    clearInterval(ticking)
  }
  onTestFinished(kill)

  return {
    evaluate,
    kill,
    fire: (event: string, news?: Fields) => void evaluate(`phone.fire('${event}', ${json(news)})`),
  }
}
