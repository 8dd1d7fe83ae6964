/** Which words are read: Chinese, English, or those that the shop hands in. */
import type { OwnWords, Words } from './words.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

/** The words for a language tag, Chinese or else English, with those that were handed in. */
export const wordsFor = (language: string, own: OwnWords = {}): Words => {
  const base = /^zh\b/i.test(language) ? zh : en
  return {
    wallets: { ...base.wallets, ...own.wallets },
    apps: { ...base.apps, ...own.apps },
    scenes: { ...base.scenes, ...own.scenes },
    reasons: { ...base.reasons, ...own.reasons },
    actions: { ...base.actions, ...own.actions },
    labels: { ...base.labels, ...own.labels },
  }
}

/** Puts `values` where `text` names them in braces. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
