/** What a payer reads: the shape that each language fills. */
import type { Code } from '../core/errors.ts'
import type { Action, SceneName } from './scenes.ts'

export type Label =
  | 'panel'
  | 'wallet'
  | 'payWith'
  | 'timeLeft'
  | 'code'
  | 'openLink'
  | 'elsewhere'
  | 'notClosed'
  | 'codeMissing'

/** All that a payer reads, in one language. `{wallet}`, `{time}` stand for what is known only then. */
export interface Words {
  /** What the wallets are called as ways of paying. */
  readonly wallets: Readonly<Record<string, string>>
  /** What the apps are called that the payer scans and pays with. */
  readonly apps: Readonly<Record<string, string>>
  /** For each scene its heading, and below it what the payer can do. */
  readonly scenes: Readonly<Record<SceneName, readonly [title: string, advice: string]>>
  /** Advice by the error's code, where it says more than the scene. */
  readonly reasons: Readonly<Partial<Record<Code, string>>>
  /** On the buttons. */
  readonly actions: Readonly<Record<Action, string>>
  /** What stands beside things, and what is read out for them. */
  readonly labels: Readonly<Record<Label, string>>
}

/** Any of the panel's words, to be said instead of its own. */
export interface OwnWords {
  /** What the wallets are called as ways of paying. */
  readonly wallets?: Words['wallets']
  /** What the apps are called that the payer scans and pays with. */
  readonly apps?: Words['apps']
  /** Heading and advice of a scene. */
  readonly scenes?: Partial<Words['scenes']>
  /** Advice by the error’s code. */
  readonly reasons?: Words['reasons']
  /** On the buttons. */
  readonly actions?: Partial<Words['actions']>
  /** Beside things, and read out for them. */
  readonly labels?: Partial<Words['labels']>
}
