/** Which words are read: Chinese, English, or those that the shop hands in. */
import type { OwnWords, Words } from './words.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

/** `zh` of `zh-Hant-TW`, and of the `zh_CN` that pages write though no standard does: Intl throws on it. */
export const languageOf = (tag: string): string => /^[a-z]{2,3}(?![a-z])/i.exec(tag)?.[0].toLowerCase() ?? 'en'

/** The words for a language, Chinese or else English, with those that were handed in. */
export const wordsFor = (language: string, own: OwnWords = {}): Words => {
  const base = language === 'zh' ? zh : en
  return {
    wallets: { ...base.wallets, ...own.wallets },
    apps: { ...base.apps, ...own.apps },
    scenes: { ...base.scenes, ...own.scenes },
    reasons: { ...base.reasons, ...own.reasons },
    actions: { ...base.actions, ...own.actions },
    labels: { ...base.labels, ...own.labels },
  }
}

/** What the words are in, where the page is in another language: English that nobody handed in. */
export const tagFor = (language: string, own: OwnWords | undefined): string =>
  own || language === 'zh' || language === 'en' ? '' : 'en'

/** Puts `values` where `text` names them in braces. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
