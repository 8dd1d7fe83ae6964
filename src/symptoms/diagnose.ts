/** What a wallet's raw failure may come from, for the developer who reads it. */
import type { Actions } from '../contract/derived.ts'

/** A sign by which a wallet's raw failure is recognised, with what to check. Has no flag that remembers the text before. */
export interface Symptom {
  readonly sign: RegExp
  readonly cause: string
  readonly check: string
}

/** Symptoms of one channel, which may have several such lists. Apart from the channels: a page without `diagnose` loads none. */
export type Known = readonly [kind: keyof Actions, symptoms: readonly Symptom[]]

/** A likely cause of a wallet’s raw failure. English, for developers. */
export interface Diagnosis {
  /** The channel whose symptom it is. */
  readonly kind: string
  /** What it may come from. */
  readonly cause: string
  /** What to look at, and where. */
  readonly check: string
}

const longest = 4096

/** A stack names files, not causes. */
const names = (thing: object): readonly string[] =>
  Object.getOwnPropertyNames(thing)
    .filter((name) => name !== 'stack')
    .slice(0, 32)

/** `name: value` of each text and number in it, one a line, two levels deep. */
const textOf = (thing: unknown, depth = 2): string => {
  if (typeof thing === 'string' || typeof thing === 'number') return String(thing).slice(0, longest)
  if (typeof thing !== 'object' || thing === null || depth === 0) return ''
  const record = thing as Readonly<Record<string, unknown>>
  return names(thing)
    .map((name) => `${name.slice(0, 64)}: ${textOf(record[name], depth - 1)}`)
    .join('\n')
    .slice(0, longest)
}

/** What throws when it is read tells nothing: a bridge is not trusted. */
const safeText = (raw: unknown): string => {
  try {
    return textOf(raw)
  } catch {
    return ''
  }
}

/**
 * Likely causes of a wallet's raw answer, or of a `PayError`, and what to check. Empty where nothing is known.
 *
 * Total: takes whatever a bridge may say. For developers; no payment depends on it.
 */
export const diagnose = (known: readonly Known[], raw: unknown): readonly Diagnosis[] => {
  const text = safeText(raw)
  const found: Diagnosis[] = []
  for (const [kind, symptoms] of known)
    for (const { sign, cause, check } of symptoms) if (sign.test(text)) found.push({ kind, cause, check })
  return found
}
