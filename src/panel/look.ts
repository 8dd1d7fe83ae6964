/** What is to be seen, all of it, as plain data. */
import type { Amount, State } from '../core/words.ts'
import type { Item } from './buttons.ts'
import { isLink } from './code.ts'
import type { Icon } from './icons.ts'
import { fill } from './language.ts'
import { minutes, money } from './money.ts'
import { type Action, actionsOf, type Scene, type SceneName, sceneOf, scenes } from './scenes.ts'
import type { Label, Words } from './words.ts'

export interface Look {
  readonly scene: SceneName
  readonly icon: Icon
  readonly tone: Scene['tone']
  readonly heading: { readonly payee: string; readonly title: string; readonly amount: string }
  readonly title: string
  readonly advice: string
  readonly wallets: readonly Item[]
  readonly elsewhere: readonly string[]
  readonly actions: readonly Item[]
  readonly code: { readonly content: string; readonly title: string; readonly link: string } | null
  readonly timeLeft: string
  readonly name: string
  readonly lang: string
  readonly labels: Words['labels']
}

/** What a look is made of. `wallets` pay here, those `elsewhere` do not; `wallet` was tapped. */
export interface Subject {
  readonly state: State | null
  readonly nowMs: number
  readonly sinceMs: number
  readonly expect: Amount | undefined
  readonly wallets: readonly string[]
  readonly elsewhere: readonly string[]
  readonly wallet: string | undefined
  /** Said instead of the scene's advice. */
  readonly notice: Label | undefined
  /** Nobody pays here: another device does. */
  readonly watching: boolean
  readonly words: Words
  readonly language: string
  readonly lang: string
}

const appOf = ({ apps, labels }: Words, wallet: string | undefined): string =>
  wallet === undefined ? labels.wallet : (apps[wallet] ?? wallet)

const nameOf = ({ wallets }: Words, wallet: string): string => wallets[wallet] ?? wallet

const sceneFor = ({ state, nowMs, sinceMs, wallets, watching }: Subject): SceneName => {
  if (state) return sceneOf(state, nowMs, sinceMs)
  if (watching) return 'confirming'
  return wallets.length > 0 ? 'choosing' : 'nowhere'
}

const adviceFor = ({ state, notice, words }: Subject, scene: SceneName): string => {
  if (notice) return words.labels[notice]
  const code = scene === 'failed' || scene === 'pending' ? state?.result?.error?.code : undefined
  return (code && words.reasons[code]) ?? words.scenes[scene][1]
}

const headingFor = ({ state, expect, language }: Subject): Look['heading'] => {
  const amount = state?.amount ?? expect
  return { payee: state?.payee ?? '', title: state?.title ?? '', amount: amount ? money(amount, language) : '' }
}

const walletItems = ({ state, watching, wallets, words }: Subject): readonly Item[] => {
  if (state || watching) return []
  return wallets.map((id) => {
    const text = nameOf(words, id)
    return { id, text, label: fill(words.labels.payWith, { wallet: text }) }
  })
}

const actionItems = ({ state, watching, words }: Subject, scene: SceneName): readonly Item[] => {
  if (!state || watching) return []
  return actionsOf(scene, state).map((id: Action) => ({ id, text: words.actions[id] }))
}

/** Once it was scanned, nobody else may. */
const codeFor = ({ state, words }: Subject, scene: SceneName, wallet: string): Look['code'] => {
  if (state?.phase !== 'showing' || !state.qr || scene === 'scanned' || scene === 'paying') return null
  const { content } = state.qr
  return { content, title: fill(words.labels.code, { wallet }), link: isLink(content) ? content : '' }
}

const timeLeftOf = ({ state, nowMs }: Subject, scene: SceneName): string => {
  const counts = scene === 'showing' || scene === 'ending'
  return counts && state?.expiresAtMs !== undefined ? minutes(state.expiresAtMs - nowMs) : ''
}

/** Pure: the same subject looks the same. */
export const lookAt = (subject: Subject): Look => {
  const { words, elsewhere, state, watching } = subject
  const scene = sceneFor(subject)
  const { icon, tone } = scenes[scene]
  const wallet = appOf(words, subject.wallet)
  const away = state || watching ? [] : elsewhere
  return {
    scene,
    icon,
    tone,
    heading: headingFor(subject),
    title: fill(words.scenes[scene][0], { wallet }),
    advice: fill(adviceFor(subject, scene), { wallet }),
    wallets: walletItems(subject),
    elsewhere: away.map((id) => fill(words.labels.elsewhere, { wallet: nameOf(words, id) })),
    actions: actionItems(subject, scene),
    code: codeFor(subject, scene, wallet),
    timeLeft: timeLeftOf(subject, scene),
    name: words.labels.panel,
    lang: subject.lang,
    labels: words.labels,
  }
}
