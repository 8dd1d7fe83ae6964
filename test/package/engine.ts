/** A mini program on a phone: a bare engine with an SDK and timers, and a clock that only the test moves. */
import { type Build, type Fields, json, load, type Phone, type Want } from './bare.ts'

/** Which callback the runtime calls, and with what. `afterMs` is 0 by default: later, but at once. */
export interface Answer {
  readonly by: 'success' | 'fail' | 'complete'
  readonly said: unknown
  readonly afterMs?: number
}

/** A function of the runtime: undefined is silence. */
export type Native = (options: Fields) => Answer | undefined

export const newPhone = (): Phone => ({ kept: [], nowMs: Date.UTC(2026, 10, 24) })

export interface EngineOptions extends Build {
  readonly phone: Phone
  /** The global that the runtime is, such as `wx`, with the functions that it has. */
  readonly brand: string
  readonly natives: Readonly<Record<string, Native>>
}

interface Timer {
  readonly dueMs: number
  readonly id: number
  readonly said: unknown
}

/** Starts the mini program: its bundle is there as `isopay`. One that nobody advances any more is killed. */
export const startEngine = ({ natives, ...options }: EngineOptions) => {
  const { phone } = options
  const timers = new Set<Timer>()
  const run = load({ ...options, functions: Object.keys(natives) })

  const start = (id: number, afterMs: number, said?: unknown) => timers.add({ id, dueMs: phone.nowMs + afterMs, said })

  const give = (want: Want) => {
    if ('id' in want) return start(want.id, want.afterMs)
    const answer = natives[want.name]?.(want.options)
    const id = answer && want.held[answer.by]
    return id !== undefined && start(id, answer?.afterMs ?? 0, answer?.said)
  }

  /** What the code comes to, by way of JSON. */
  const evaluate = (code: string): unknown => {
    const { value, wants } = run(code)
    for (const want of wants) give(want)
    return value
  }

  const nextBy = (limitMs: number): Timer | undefined =>
    [...timers].filter(({ dueMs }) => dueMs <= limitMs).sort((a, b) => a.dueMs - b.dueMs)[0]

  const advance = (ms: number) => {
    const limitMs = phone.nowMs + ms
    for (let timer = nextBy(limitMs); timer; timer = nextBy(limitMs)) {
      timers.delete(timer)
      phone.nowMs = timer.dueMs
      evaluate(`phone.run(${timer.id}, ${json(timer.said)})`)
    }
    phone.nowMs = limitMs
  }

  const fire = (event: string, news?: Fields) => void evaluate(`phone.fire('${event}', ${json(news)})`)

  return { evaluate, advance, fire }
}
