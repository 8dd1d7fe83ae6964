/** A mini program's bundle in a bare engine, with an SDK and timers that only say what they want of the phone. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const read = (name: string) => readFileSync(join(import.meta.dirname, 'bare', name), 'utf8')

/** An engine with nothing in it: runs a script and all its promises' reactions, and answers its last value as a text. */
export type Bare = (script: string) => string

export type Fields = Readonly<Record<string, unknown>>

/** What outlives a mini program that was killed. */
export interface Phone {
  kept: readonly (readonly [key: string, text: string])[]
  nowMs: number
}

/** What runs where. `code` is the bundle, as CommonJS. */
export interface Build {
  readonly bare: () => Bare
  readonly code: string
  readonly latePromise?: boolean
  /** Names that this bundle needs, and that are taken away otherwise. */
  readonly spared?: readonly string[]
}

export interface LoadOptions extends Build {
  readonly phone: Phone
  /** The global that the runtime is, such as `wx`. */
  readonly brand: string
  /** The functions that it has beside storage and events. */
  readonly functions: readonly string[]
}

/** A timer, or a call of one of the functions: `held` are its callbacks, by name. */
export type Want =
  | { readonly id: number; readonly afterMs: number }
  | { readonly name: string; readonly options: Fields; readonly held: Readonly<Record<string, number>> }

interface Taken {
  readonly kept: Phone['kept']
  readonly wants: readonly Want[]
}

export const json = (value: unknown): string => JSON.stringify(value) ?? 'undefined'

const start = ({ bare, brand, code, functions, latePromise = false, phone, spared = [] }: LoadOptions): Bare => {
  const run = bare()
  const given = { brand, boxed: brand === 'my', functions, kept: phone.kept, spared }
  run(`globalThis.given = ${json(given)}`)
  run(read('globals.js'))
  if (latePromise) run(read('late-promise.js'))
  run(`{ const module = { exports: {} }; ((exports) => {${code}
  })(module.exports); globalThis.isopay = module.exports }`)
  return run
}

/** Loads the bundle, which is there as `isopay`; answers what evaluates code: its value, by way of JSON, and its wants. */
export const load = (options: LoadOptions) => {
  const { phone } = options
  const run = start(options)
  return (code: string): { value: unknown; wants: readonly Want[] } => {
    const value = run(`phone.nowMs = ${phone.nowMs}; JSON.stringify(${code})`)
    const { kept, wants }: Taken = JSON.parse(run('phone.take()'))
    phone.kept = kept
    return { value: value === 'undefined' ? undefined : JSON.parse(value), wants }
  }
}
