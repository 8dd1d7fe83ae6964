/** Door `isopay/react`: a payment as a hook, and the panel as a component. React 18 and 19, also on a server. */
'use client'
import {
  createElement,
  type ReactElement,
  type ReactNode,
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Checkout, PayOptions } from './core/checkout.ts'
import type { Payment, Result, State } from './core/words.ts'
import { definePanel, type IsopayPanel, type OwnWords } from './element.ts'

/** A payment of an order, as a component holds it. */
export interface PaymentInHand {
  /** What can be seen of it; null while none is under way. */
  readonly state: State | null
  /** The payment itself, for `stop`, `close` and `renew`; null while none is under way. */
  readonly payment: Payment | null
  /** To be called in the tap. A second call for an order under way answers the same payment. */
  readonly pay: (options?: PayOptions) => Payment
}

const nothing = (): void => {}
const none = (): null => null

/**
 * The payment of `order`: taken up where one is under way, begun by `pay`. `options` hold for both.
 *
 * It outlives the component, so that a second mount (Strict Mode, a route and back) joins it; `payment.stop()` ends it.
 */
export const usePayment = (checkout: Checkout, order: string, options: PayOptions = {}): PaymentInHand => {
  const [payment, follow] = useState<Payment | null>(null)
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  useEffect(() => follow(checkout.resume(order, latest.current)), [checkout, order])
  const subscribe = useCallback((listener: () => void) => payment?.subscribe(listener) ?? nothing, [payment])
  const state = useSyncExternalStore(subscribe, () => payment?.state ?? null, none)
  const pay = useCallback(
    (more: PayOptions = {}): Payment => {
      const begun = checkout.pay(order, { ...latest.current, ...more })
      follow(begun)
      return begun
    },
    [checkout, order],
  )
  return { state, payment, pay }
}

/** What the panel is given, as `<isopay-panel>` has it: see `IsopayPanel` of `isopay/element`. */
export interface PaymentPanelProps {
  /** Null until there is one: the children stand there meanwhile, as they do on a server. */
  readonly checkout: Checkout | null
  /** Your own handle of the order: 1 to 128 characters. */
  readonly order: string
  /** The amount that the page shows: another one from the server stops before anything is invoked. */
  readonly expect?: PayOptions['expect']
  /** The wallets that the shop takes. Default `wechat` and `alipay`. */
  readonly wallets?: readonly string[]
  /** Words that are said instead of the panel’s own. Keep the object: a new one draws anew. */
  readonly words?: OwnWords
  /** The language, such as `zh` or `en`. Default: that of the page. */
  readonly lang?: string
  /** Light or dark. Default: the system’s. */
  readonly theme?: 'light' | 'dark'
  /** Another device pays: nothing is offered here. */
  readonly watching?: boolean
  /** Set as `class`. */
  readonly className?: string
  /** Called after each change, with null while no payment is shown. */
  readonly onChange?: (state: State | null) => void
  /** Called once a payment, with its result. */
  readonly onSettled?: (result: Result) => void
  /** Shown until the panel is ready; with `slot="paid"`, in the end. */
  readonly children?: ReactNode
}

/** `<isopay-panel>` as a component. Its properties are set by hand, because React 18 knows attributes only. */
export const PaymentPanel = (props: PaymentPanelProps): ReactElement => {
  const { checkout, order, expect, wallets, words, lang, theme, watching, className, children } = props
  const panel = useRef<IsopayPanel>(null)
  const heard = useRef(props)

  useEffect(() => {
    heard.current = props
  })
  useEffect(() => {
    const { current } = panel
    const change = ({ detail }: CustomEvent<State | null>): void => heard.current.onChange?.(detail)
    const settle = ({ detail }: CustomEvent<Result>): void => heard.current.onSettled?.(detail)
    current?.addEventListener('isopay-change', change)
    current?.addEventListener('isopay-settled', settle)
    definePanel()
    return () => {
      current?.removeEventListener('isopay-change', change)
      current?.removeEventListener('isopay-settled', settle)
    }
  }, [])

  useEffect(() => {
    if (panel.current) Object.assign(panel.current, { expect, wallets, words, checkout })
  }, [checkout, expect, wallets, words])

  const attributes = { ref: panel, order, lang, theme, watching: watching ? '' : undefined, class: className }
  return createElement('isopay-panel', attributes, children)
}
