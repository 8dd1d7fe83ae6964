/** Door `isopay/vue`: a payment as a composable, and the panel as a component. Vue 3, also on a server. */
import {
  type AllowedComponentProps,
  type ComponentCustomProps,
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
  type VNodeProps,
  watch,
} from 'vue'
import type { Checkout, PayOptions } from './core/checkout.ts'
import type { Payment, Result, State } from './core/words.ts'
import { definePanel, type OwnWords } from './element.ts'

/** A payment of an order, as a component holds it. */
export interface PaymentInHand {
  /** What can be seen of it; null while none is under way. */
  readonly state: Readonly<ShallowRef<State | null>>
  /** The payment itself, for `stop`, `close` and `renew`; null while none is under way. */
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

/** What `<PaymentPanel>` takes. */
export interface PaymentPanelProps {
  /** Null until there is one: the slot stands there meanwhile, as it does on a server. */
  readonly checkout?: Checkout | null | undefined
  /** Your own handle of the order: 1 to 128 characters. */
  readonly order: string
  /** The amount that the page shows: another one from the server stops before anything is invoked. */
  readonly expect?: PayOptions['expect'] | undefined
  /** The wallets that the shop takes. Default `wechat` and `alipay`. */
  readonly wallets?: readonly string[] | undefined
  /** Words that are said instead of the panel's own. */
  readonly words?: OwnWords | undefined
  /** Another device pays. */
  readonly watching?: boolean | undefined
  /** `@change`: after each change, with null while no payment is shown. */
  readonly onChange?: ((state: State | null) => void) | undefined
  /** `@settled`: once a payment. */
  readonly onSettled?: ((result: Result) => void) | undefined
}

/** What a template or `h` sees of it. */
export interface PaymentPanelInstance {
  /** What it takes, with what Vue gives every component, such as `class` and `key`. */
  $props: PaymentPanelProps & VNodeProps & AllowedComponentProps & ComponentCustomProps
  /** What stands there until it is ready, and what is shown in the end. */
  $slots: {
    /** What stands there until it is ready, and on a server. */
    readonly default?: () => unknown
    /** What is shown in the end, once it is paid. */
    readonly paid?: () => unknown
  }
}

const panel = defineComponent({
  name: 'PaymentPanel',
  props: {
    checkout: { type: Object as PropType<Checkout | null>, default: null },
    order: { type: String, required: true },
    expect: Object as PropType<NonNullable<PayOptions['expect']>>,
    wallets: Array as PropType<readonly string[]>,
    words: Object as PropType<OwnWords>,
    watching: Boolean,
  },
  emits: {
    change: (_state: State | null) => true,
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

/**
 * `<isopay-panel>`. Events: `change` with the state, `settled` with the result. Slots: as the element has them.
 *
 * Its type is written out: what is inferred of a component is printed in an order that differs from build to build.
 */
export const PaymentPanel: {
  /** Called by Vue alone. */
  new (): PaymentPanelInstance
} = panel
