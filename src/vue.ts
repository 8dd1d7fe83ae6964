/** Door `isopay/vue`: a payment as a composable, and the panel as a component. Vue 3, also on a server. */
import {
  defineComponent,
  h,
  type MaybeRefOrGetter,
  onMounted,
  onScopeDispose,
  type PropType,
  type ShallowRef,
  shallowReadonly,
  shallowRef,
  toValue,
  watch,
} from 'vue'
import type { Checkout, PayOptions } from './core/checkout.ts'
import type { Payment, Result, State } from './core/words.ts'
import { definePanel, type OwnWords } from './element.ts'

/** A payment of an order, as a component holds it. */
export interface PaymentInHand {
  /** Null while none is under way. */
  readonly state: Readonly<ShallowRef<State | null>>
  /** For `stop`, `close` and `renew`. */
  readonly payment: Readonly<ShallowRef<Payment | null>>
  /** To be called in the tap. A second call for an order under way answers the same payment. */
  readonly pay: (options?: PayOptions) => Payment
}

/**
 * The payment of `order`: taken up where one is under way once the component is mounted, begun by `pay`.
 *
 * It outlives the component, so that a second mount (a route and back) joins it; `payment.stop()` ends it.
 */
export const usePayment = (
  checkout: Checkout,
  order: MaybeRefOrGetter<string>,
  options: PayOptions = {},
): PaymentInHand => {
  const payment = shallowRef<Payment | null>(null)
  const state = shallowRef<State | null>(null)
  let forget = (): void => {}

  const follow = (next: Payment | null): void => {
    forget()
    const look = (): void => {
      state.value = next?.state ?? null
    }
    forget = next?.subscribe(look) ?? (() => {})
    payment.value = next
    look()
  }

  const pay = (more: PayOptions = {}): Payment => {
    const begun = checkout.pay(toValue(order), { ...options, ...more })
    follow(begun)
    return begun
  }

  onMounted(() => {
    watch(
      () => toValue(order),
      (named) => follow(checkout.resume(named, options)),
      { immediate: true },
    )
  })
  onScopeDispose(() => forget())
  return { state: shallowReadonly(state), payment: shallowReadonly(payment), pay }
}

/** `<isopay-panel>`. Events: `change` with the state, `settled` with the result. Slots: as the element has them. */
export const PaymentPanel = defineComponent({
  name: 'PaymentPanel',
  props: {
    /** Null until there is one: the slot stands there meanwhile, as it does on a server. */
    checkout: { type: Object as PropType<Checkout | null>, default: null },
    order: { type: String, required: true },
    expect: Object as PropType<NonNullable<PayOptions['expect']>>,
    wallets: Array as PropType<readonly string[]>,
    words: Object as PropType<OwnWords>,
    watching: Boolean,
  },
  emits: {
    /** After each change, with null while no payment is shown. */
    change: (_state: State | null) => true,
    /** Once a payment. */
    settled: (_result: Result) => true,
  },
  setup: (props, { emit, slots }) => {
    onMounted(definePanel)
    return () => {
      const { checkout, order, expect, wallets, words, watching } = props
      const properties = { '.checkout': checkout, '.expect': expect, '.wallets': wallets, '.words': words }
      const events = {
        'onIsopay-change': ({ detail }: CustomEvent<State | null>) => emit('change', detail),
        'onIsopay-settled': ({ detail }: CustomEvent<Result>) => emit('settled', detail),
      }
      const attributes = { ...properties, ...events, '^order': order, '^watching': watching ? '' : null }
      return h('isopay-panel', attributes, [slots.default?.(), slots.paid && h('div', { slot: 'paid' }, slots.paid())])
    }
  },
})
