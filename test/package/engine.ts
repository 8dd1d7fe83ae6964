/** A mini program on a phone: a bare engine with an SDK and timers, and a clock that only the test moves. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const read = (name: string) => readFileSync(join(import.meta.dirname, 'bare', name), 'utf8')

/** An engine with nothing in it: runs a script and all its promises' reactions, and answers its last value as a text. */
export type Bare = (script: string) => string

export type Fields = Readonly<Record<string, unknown>>

/** Which callback the runtime calls, and with what. `afterMs` is 0 by default: later, but at once. */
export interface Answer {
  readonly by: 'success' | 'fail' | 'complete'
  readonly said: unknown
  readonly afterMs?: number
}

/** A function of the runtime: undefined is silence. */
export type Native = (options: Fields) => Answer | undefined

/** What outlives a mini program that was killed. */
export interface Phone {
  kept: readonly (readonly [key: string, text: string])[]
  nowMs: number
}

export const newPhone = (): Phone => ({ kept: [], nowMs: Date.UTC(2026, 10, 24) })

/** What runs where. `code` is the bundle, as CommonJS. */
export interface Build {
  readonly bare: () => Bare
  readonly code: string
  readonly latePromise?: boolean
}

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

interface Taken {
  readonly kept: Phone['kept']
  readonly wants: readonly (
    | { readonly id: number; readonly afterMs: number }
    | { readonly name: string; readonly options: Fields; readonly held: Readonly<Record<string, number>> }
  )[]
}

const json = (value: unknown): string => JSON.stringify(value) ?? 'undefined'

const load = ({ bare, brand, code, latePromise = false, natives, phone }: EngineOptions): Bare => {
  const run = bare()
  const given = { brand, boxed: brand === 'my', functions: Object.keys(natives), kept: phone.kept }
  run(`globalThis.given = ${json(given)}`)
  run(read('globals.js'))
  if (latePromise) run(read('late-promise.js'))
  run(`{ const module = { exports: {} }; ((exports) => {${code}
  })(module.exports); globalThis.isopay = module.exports }`)
  return run
}

/** Starts the mini program: its bundle is there as `isopay`. One that nobody advances any more is killed. */
export const startEngine = (options: EngineOptions) => {
  const { phone, natives } = options
  const timers = new Set<Timer>()
  const run = load(options)

  const start = (id: number, afterMs: number, said?: unknown) => timers.add({ id, dueMs: phone.nowMs + afterMs, said })

  const give = (want: Taken['wants'][number]) => {
    if ('id' in want) return start(want.id, want.afterMs)
    const answer = natives[want.name]?.(want.options)
    const id = answer && want.held[answer.by]
    return id !== undefined && start(id, answer?.afterMs ?? 0, answer?.said)
  }

  /** What the code comes to, by way of JSON. */
  const evaluate = (code: string): unknown => {
    const value = run(`phone.nowMs = ${phone.nowMs}; JSON.stringify(${code})`)
    const { kept, wants }: Taken = JSON.parse(run('phone.take()'))
    phone.kept = kept
    for (const want of wants) give(want)
    return value === 'undefined' ? undefined : JSON.parse(value)
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
