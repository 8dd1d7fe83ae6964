/** What stands behind one element: its closed root, what it was given, and the panel that is mounted in it. */
import type { Checkout } from '../core/checkout.ts'
import type { Amount, Payment, Result, State } from '../core/words.ts'
import type { Clock, Followed, Setting } from './following.ts'
import { languageOf, tagFor, wordsFor } from './language.ts'
import { mountPanel, type Panel } from './panel.ts'
import { dressRoot } from './style.ts'
import type { OwnWords } from './words.ts'

/** What is handed in as properties: an attribute cannot hold it. */
export interface Given {
  readonly checkout: Checkout | null
  readonly expect: Amount | undefined
  readonly wallets: readonly string[] | undefined
  readonly words: OwnWords | undefined
}

interface Shown {
  readonly panel: Panel
  readonly checkout: Checkout
  readonly order: string
}

export interface Stage {
  readonly given: () => Given
  readonly give: (news: Partial<Given>) => void
  readonly state: () => State | null
  readonly pay: (wallet?: string) => Payment
  /** Shows what there is to show, or lets go of it where the element has left the page. */
  readonly refresh: () => void
}

/** The element's own, or of what it stands in: the page at last. */
const tagOf = (host: HTMLElement): string => host.closest<HTMLElement>('[lang]')?.lang ?? ''

export const makeStage = (host: HTMLElement, clock: Clock): Stage => {
  const root = host.attachShadow({ mode: 'closed' })
  const slot = host.ownerDocument.createElement('slot')
  let given: Given = { checkout: null, expect: undefined, wallets: undefined, words: undefined }
  let shown: Shown | null = null
  let last: (Omit<Shown, 'panel'> & { readonly left: Followed }) | null = null
  let state: State | null = null
  let told: Result | undefined

  const setting = (): Setting => {
    const language = languageOf(tagOf(host))
    const { expect, wallets = ['wechat', 'alipay'], words } = given
    const said = { language, lang: tagFor(language, words), words: wordsFor(language, words) }
    return { expect, wallets, watching: host.hasAttribute('watching'), ...said }
  }

  /** A listener that throws is the page's own affair: dispatching reports it, and goes on. */
  const tell = (name: string, detail: unknown, cancelable = false): boolean => {
    const init = { detail, cancelable, bubbles: true, composed: true }
    return host.dispatchEvent(new CustomEvent(`isopay-${name}`, init))
  }

  const reflect = (news: State | null): void => {
    state = news
    host.dataset.phase = news?.phase ?? ''
    host.dataset.result = news?.result?.status ?? ''
    host.dataset.platform = given.checkout?.platform ?? ''
    tell('change', news)
    if (!news?.result || news.result === told) return
    told = news.result
    tell('settled', told)
  }

  const letGo = (): void => {
    if (shown) last = { ...shown, left: shown.panel.unmount() }
    shown = null
    slot.hidden = false
  }

  const mount = (checkout: Checkout, order: string): void => {
    letGo()
    slot.hidden = true
    const left = last?.checkout === checkout && last.order === order ? last.left : null
    const onTap = (wallet: string): boolean => tell('pay', { wallet }, true)
    const reload = (): void => host.ownerDocument.location.reload()
    const options = { checkout, order, clock, left, setting, onTap, onState: reflect, reload }
    shown = { panel: mountPanel(root, options), checkout, order }
  }

  const refresh = (): void => {
    const { checkout } = given
    const order = host.getAttribute('order') ?? ''
    if (!host.isConnected || !checkout) return letGo()
    if (shown?.checkout === checkout && shown.order === order) return shown.panel.refresh()
    mount(checkout, order)
  }

  const pay = (wallet?: string): Payment => {
    if (!shown) throw new TypeError('<isopay-panel> has no checkout yet, or is not in a page')
    return shown.panel.pay(wallet)
  }

  const style = dressRoot(root, host.nonce ?? '')
  root.append(...(style ? [style, slot] : [slot]))

  return {
    given: () => given,
    give: (news) => {
      given = { ...given, ...news }
      refresh()
    },
    state: () => state,
    pay,
    refresh,
  }
}
