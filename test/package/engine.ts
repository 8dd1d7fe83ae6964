/** A mini program's engine: QuickJS with an SDK and timers, no other global, and a clock that only the test moves. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getQuickJS, type QuickJSHandle } from 'quickjs-emscripten'

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8')
const quickjs = await getQuickJS()

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
  readonly kept: Map<string, string>
  nowMs: number
}

export const newPhone = (): Phone => ({ kept: new Map(), nowMs: Date.UTC(2026, 10, 24) })

export interface EngineOptions {
  readonly phone: Phone
  /** The global that the runtime is, such as `wx`, with the functions that it has. */
  readonly brand: string
  readonly natives: Readonly<Record<string, Native>>
  readonly latePromise?: boolean
  /** The file below `dist` that is required. Default: what a mini program's own npm takes. */
  readonly file?: string
}

interface Timer {
  readonly dueMs: number
  readonly id: number
  readonly text: string
}

/** Starts the mini program: its bundle is there as `isopay`. One that nobody advances any more is killed. */
export const startEngine = (options: EngineOptions) => {
  const { phone, brand, natives, latePromise = false, file = 'mini/index.js' } = options
  const vm = quickjs.newContext()
  const timers = new Set<Timer>()
  const text = (handle: QuickJSHandle) => vm.getString(handle)
  const start = (id: number, delayMs: number, answer = '') =>
    timers.add({ id, dueMs: phone.nowMs + delayMs, text: answer })

  const give = (name: string, value: QuickJSHandle) => vm.setProp(vm.global, name, value)
  const run = (code: string): QuickJSHandle => vm.unwrapResult(vm.evalCode(code))
  const settle = () => vm.unwrapResult(vm.runtime.executePendingJobs())

  give(
    'native',
    vm.newFunction('native', (name, options, held) => {
      const answer = natives[text(name)]?.(JSON.parse(text(options)))
      const ids: Record<string, number> = JSON.parse(text(held))
      const id = answer && ids[answer.by]
      if (id !== undefined) start(id, answer?.afterMs ?? 0, JSON.stringify(answer?.said ?? null))
    }),
  )
  give(
    'startTimer',
    vm.newFunction('startTimer', (id, ms) => void start(vm.getNumber(id), vm.getNumber(ms))),
  )
  give(
    'now',
    vm.newFunction('now', () => vm.newNumber(phone.nowMs)),
  )
  give(
    'load',
    vm.newFunction('load', (key) => vm.newString(phone.kept.get(text(key)) ?? '')),
  )
  give(
    'save',
    vm.newFunction('save', (key, value) => {
      if (text(value) === '') phone.kept.delete(text(key))
      else phone.kept.set(text(key), text(value))
      return vm.true
    }),
  )
  give('brand', vm.newString(brand))
  give('boxed', brand === 'my' ? vm.true : vm.false)
  give('functions', run(JSON.stringify(Object.keys(natives))))
  run(read('bare/globals.js'))
  if (latePromise) run(read('bare/late-promise.js'))
  run(`{ const module = { exports: {} }; ((exports) => {${read(`../../dist/${file}`)}
  })(module.exports); globalThis.isopay = module.exports }`)

  const nextBy = (limitMs: number): Timer | undefined =>
    [...timers].filter(({ dueMs }) => dueMs <= limitMs).sort((a, b) => a.dueMs - b.dueMs)[0]

  /** What the code comes to, by way of JSON. */
  const evaluate = (code: string): unknown => {
    const value = vm.dump(run(`JSON.stringify(${code})`))
    settle()
    return typeof value === 'string' ? JSON.parse(value) : undefined
  }

  const advance = (ms: number) => {
    const limitMs = phone.nowMs + ms
    for (let timer = nextBy(limitMs); timer; timer = nextBy(limitMs)) {
      timers.delete(timer)
      phone.nowMs = timer.dueMs
      evaluate(`phone.run(${timer.id}, ${JSON.stringify(timer.text)})`)
    }
    phone.nowMs = limitMs
  }

  const fire = (event: string, news?: Fields) =>
    void evaluate(`phone.fire('${event}', ${JSON.stringify(news ? JSON.stringify(news) : '')})`)

  return { evaluate, advance, fire }
}
