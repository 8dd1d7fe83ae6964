/** Door `isopay/element`: `<isopay-panel>`, what a payer sees of a payment. Nothing happens before `definePanel()`. */
import type { Checkout } from './core/checkout.ts'
import type { Amount, Payment, Result, State } from './core/words.ts'
import type { Clock } from './panel/following.ts'
import { makeStage } from './panel/stage.ts'
import type { OwnWords } from './panel/words.ts'

export type { OwnWords, Words } from './panel/words.ts'

/** What the panel tells the page, by the event's name. */
export interface IsopayPanelEvents extends HTMLElementEventMap {
  /** A tap on a wallet. Cancelable: the page then makes the order, and calls `pay` itself. */
  'isopay-pay': CustomEvent<{ readonly wallet: string }>
  /** The state, each time that it changes; null where there is no payment any more. */
  'isopay-change': CustomEvent<State | null>
  /** The result, once. */
  'isopay-settled': CustomEvent<Result>
}

/**
 * `<isopay-panel>`: offers the wallets of this place, shows the code, follows the payment to its end.
 *
 * Attributes: `order`, `lang` (default: that of the page), `watching` (another device pays), `theme` (`light` or `dark`;
 * default: the system's), `nonce` (for the styles, in engines before constructed sheets). It reflects what goes on as
 * `data-phase`, `data-result` and `data-platform`.
 *
 * Events: `isopay-pay` on a tap (cancelable: the page then makes the order, and calls `pay` itself), `isopay-change` with
 * the state, `isopay-settled` with the result. Slots: what stands there until it is ready, and `paid`, shown in the end.
 * Parts and properties for styling are listed in `examples/recipes/panel.md`.
 */
export interface IsopayPanel extends HTMLElement {
  /** What takes the payment. Null until there is one: its own content stands there meanwhile. */
  checkout: Checkout | null
  /** Your own handle of the order, as the attribute has it: 1 to 128 characters. */
  order: string
  /** The amount that the page shows: another one from the server stops before anything is invoked. */
  expect: Amount | undefined
  /** The wallets that the shop takes. Default `wechat` and `alipay`. */
  wallets: readonly string[] | undefined
  /** Words that are said instead of the panel's own. */
  words: OwnWords | undefined
  /** The state of the payment that is shown; null while none is. */
  readonly state: State | null
  /** Pays the order; to be called in the tap. Throws a TypeError while there is no checkout, or outside a page. */
  pay(wallet?: string): Payment
  /** As for any element, and it knows the panel's own events. */
  addEventListener<Name extends keyof IsopayPanelEvents>(
    type: Name,
    listener: (event: IsopayPanelEvents[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void
  /** As for any element. */
  addEventListener(...given: Parameters<HTMLElement['addEventListener']>): void
  /** As for any element, and it knows the panel's own events. */
  removeEventListener<Name extends keyof IsopayPanelEvents>(
    type: Name,
    listener: (event: IsopayPanelEvents[Name]) => void,
    options?: boolean | EventListenerOptions,
  ): void
  /** As for any element. */
  removeEventListener(...given: Parameters<HTMLElement['removeEventListener']>): void
}

declare global {
  interface HTMLElementTagNameMap {
    'isopay-panel': IsopayPanel
  }
}

const properties = ['checkout', 'order', 'expect', 'wallets', 'words'] as const

const clock: Clock = {
  wallMs: () => Date.now(),
  after: (delayMs, work) => {
    const timer = setTimeout(work, delayMs)
    return () => clearTimeout(timer)
  },
}

/** Made on call: on a server there is no HTMLElement to begin with. */
const makeClass = () =>
  class extends HTMLElement implements IsopayPanel {
    static readonly observedAttributes = ['order', 'lang', 'watching']
    readonly #stage = makeStage(this, clock)

    /** What the page set before the class was defined hides the accessor of that name. */
    connectedCallback(): void {
      for (const name of properties) {
        const early = Object.getOwnPropertyDescriptor(this, name)
        if (early && Reflect.deleteProperty(this, name)) Reflect.set(this, name, early.value)
      }
      this.#stage.refresh()
    }

    disconnectedCallback(): void {
      this.#stage.refresh()
    }

    attributeChangedCallback(): void {
      this.#stage.refresh()
    }

    get order(): string {
      return this.getAttribute('order') ?? ''
    }
    set order(order: string) {
      this.setAttribute('order', order)
    }

    get checkout(): Checkout | null {
      return this.#stage.given().checkout
    }
    set checkout(checkout: Checkout | null) {
      this.#stage.give({ checkout })
    }

    get expect(): Amount | undefined {
      return this.#stage.given().expect
    }
    set expect(expect: Amount | undefined) {
      this.#stage.give({ expect })
    }

    get wallets(): readonly string[] | undefined {
      return this.#stage.given().wallets
    }
    set wallets(wallets: readonly string[] | undefined) {
      this.#stage.give({ wallets })
    }

    get words(): OwnWords | undefined {
      return this.#stage.given().words
    }
    set words(words: OwnWords | undefined) {
      this.#stage.give({ words })
    }

    get state(): State | null {
      return this.#stage.state()
    }

    pay(wallet?: string): Payment {
      return this.#stage.pay(wallet)
    }
  }

/** Defines `<isopay-panel>`, once. Does nothing on a server, nor where a second copy of the package was first. */
export const definePanel = (): void => {
  if (typeof customElements === 'undefined' || customElements.get('isopay-panel')) return
  customElements.define('isopay-panel', makeClass())
}
