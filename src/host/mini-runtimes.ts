/** The runtimes of mini programs: a table of what differs between them. */
import { reach } from '../core/reach.ts'

export type Sdk = Readonly<Record<string, unknown>>

/** In a mini program these are no properties of a global object: each is named literally, behind `typeof`. */
declare const wx: Sdk
declare const my: Sdk
declare const tt: Sdk
declare const swan: Sdk
declare const qq: Sdk
declare const ks: Sdk
declare const xhs: Sdk
declare const jd: Sdk
declare const uni: Sdk

export interface Runtime {
  readonly name: string
  readonly sdk: () => unknown
  /** The functions by which it pays: one of them proves it. */
  readonly pays: readonly string[]
  /** Storage takes and gives objects: `getStorageSync({ key })` → `{ data }`. Elsewhere it takes and gives the text itself. */
  readonly boxed?: true
}

/**
 * Several of them alias `wx`: it comes after them. `uni` is a layer over one of the others, and alone in an app.
 *
 * miniprogram-api-typings 5.2.3, @mini-types/my 3.0.14, @dcloudio/types, docs.taro.zone, read 2026-11.
 */
export const runtimes: readonly Runtime[] = [
  { name: 'tt', sdk: () => (typeof tt === 'undefined' ? null : tt), pays: ['pay', 'requestOrder'] },
  { name: 'swan', sdk: () => (typeof swan === 'undefined' ? null : swan), pays: ['requestPolymerPayment'] },
  { name: 'qq', sdk: () => (typeof qq === 'undefined' ? null : qq), pays: ['requestPayment'] },
  { name: 'ks', sdk: () => (typeof ks === 'undefined' ? null : ks), pays: ['pay'] },
  { name: 'xhs', sdk: () => (typeof xhs === 'undefined' ? null : xhs), pays: ['requestPayment'] },
  { name: 'jd', sdk: () => (typeof jd === 'undefined' ? null : jd), pays: ['requestPayment'] },
  { name: 'my', sdk: () => (typeof my === 'undefined' ? null : my), pays: ['tradePay'], boxed: true },
  { name: 'wx', sdk: () => (typeof wx === 'undefined' ? null : wx), pays: ['qy.requestPayment', 'requestPayment'] },
  { name: 'uni', sdk: () => (typeof uni === 'undefined' ? null : uni), pays: ['requestPayment'] },
]

/** A getter that throws is no evidence. */
const does = ({ sdk }: Runtime, path: string): boolean => {
  try {
    return reach(sdk(), path) !== undefined
  } catch {
    return false
  }
}

/** `wx.requestPayment`, `tt.pay` …: what is here, with the function that makes it useful. */
export const payingFunctions = (): readonly string[] => {
  const found: string[] = []
  for (const runtime of runtimes)
    for (const path of runtime.pays) if (does(runtime, path)) found.push(`${runtime.name}.${path}`)
  return found
}

/** The runtime this is, or undefined where it is no mini program's. */
export const findRuntime = (): Runtime | undefined =>
  runtimes.find((runtime) => does(runtime, 'request') && runtime.pays.some((path) => does(runtime, path)))
