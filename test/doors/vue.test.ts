// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { type App, type Component, createApp, createSSRApp, defineComponent, h, nextTick, ref } from 'vue'
import { renderToString } from 'vue/server-renderer'
import type { Result, State } from '../../src/index.ts'
import { PaymentPanel, usePayment } from '../../src/vue.ts'
import { bridgeAction, makeBridge, offer, says, shop } from '../checkout/shop.ts'
import { qrOffer } from '../panel/stand.ts'

type Shop = ReturnType<typeof shop>

let app: App | undefined
afterEach(() => {
  app?.unmount()
  app = undefined
  document.body.replaceChildren()
})

const render = (component: Component): HTMLElement => {
  const place = document.body.appendChild(document.createElement('div'))
  app = createApp(component)
  app.mount(place)
  return place
}

const payFor = ({ checkout }: Pick<Shop, 'checkout'>, order: string | { value: string } = 'order-1') =>
  defineComponent(() => {
    const named = () => (typeof order === 'string' ? order : order.value)
    const { state, pay } = usePayment(checkout, named, { wallet: 'wechat' })
    return () => h('button', { onClick: () => pay() }, state.value?.result?.status ?? state.value?.phase ?? 'idle')
  })

const tap = (place: HTMLElement): void => place.querySelector('button')?.click()

describe('usePayment', () => {
  it('pays in the tap, and follows the payment to the server’s word', async () => {
    const made = shop({ prepare: () => offer(bridgeAction), status: () => says('paid') }, { bridge: makeBridge('ok') })
    const place = render(payFor(made))
    expect(place.textContent).toBe('idle')
    tap(place)
    expect(made.sent).toHaveLength(1)
    await made.advance(10_000)
    expect(place.textContent).toBe('paid')
  })

  it('invokes once for a double tap', async () => {
    const made = shop()
    const place = render(payFor(made))
    tap(place)
    tap(place)
    await made.advance(100)
    expect([made.merchant.count.prepare, made.bridge.calls]).toEqual([1, 1])
  })

  it('joins what is under way when it is mounted again', async () => {
    const made = shop({ prepare: () => qrOffer() })
    tap(render(payFor(made)))
    await made.advance(100)
    app?.unmount()
    const place = render(payFor(made))
    await nextTick()
    expect([place.textContent, made.merchant.count.prepare]).toEqual(['showing', 1])
  })

  it('leaves one order for another', async () => {
    const made = shop({ prepare: () => qrOffer() })
    const order = ref('order-1')
    const place = render(payFor(made, order))
    tap(place)
    await made.advance(100)
    expect(place.textContent).toBe('showing')
    order.value = 'order-2'
    await nextTick()
    await nextTick()
    expect(place.textContent).toBe('idle')
  })
})

describe('<PaymentPanel>', () => {
  it('hands what it is given to the element', () => {
    const { checkout } = shop()
    const amount = { value: 990, currency: 'CNY' }
    const given = { checkout, order: 'order-1', expect: amount, wallets: ['wechat'], watching: true }
    const panel = render(() => h(PaymentPanel, given)).querySelector('isopay-panel')
    expect(panel).toMatchObject({ checkout, order: 'order-1', expect: amount, wallets: ['wechat'] })
    expect(panel?.hasAttribute('watching')).toBe(true)
  })

  it('tells each state and the result', async () => {
    const made = shop({ prepare: () => qrOffer(), status: () => says('paid') })
    const states: (State | null)[] = []
    const results: Result[] = []
    const on = {
      onChange: (state: State | null) => states.push(state),
      onSettled: (result: Result) => results.push(result),
    }
    const place = render(() => h(PaymentPanel, { checkout: made.checkout, order: 'order-1', ...on }))
    place.querySelector('isopay-panel')?.pay('wechat')
    await made.advance(10_000)
    expect(states.map((state) => state?.phase)).toEqual(expect.arrayContaining(['preparing', 'showing', 'settled']))
    expect(results.map(({ status }) => status)).toEqual(['paid'])
  })

  it('is not compiled without an order, nor with an ear for anything but the result', () => {
    type Given = InstanceType<typeof PaymentPanel>['$props']
    // @ts-expect-error an order is named
    const nameless: Given = {}
    // @ts-expect-error what is told is a result
    const mistaken: Given = { order: 'order-1', onSettled: (result: number) => result }
    expect([nameless.order, mistaken.order]).toEqual([undefined, 'order-1'])
  })

  it('keeps its slots for the time before, and for the end', () => {
    const slots = { default: () => 'Loading', paid: () => 'Back' }
    const place = render(() => h(PaymentPanel, { checkout: shop().checkout, order: 'order-1' }, slots))
    expect(place.querySelector('[slot=paid]')?.textContent).toBe('Back')
    expect(place.querySelector('isopay-panel')?.textContent).toContain('Loading')
  })
})

it('is rendered on a server with what stands there meanwhile, and asks nobody anything', async () => {
  const { checkout, sent } = shop()
  const page = () =>
    h('main', [h(payFor({ checkout })), h(PaymentPanel, { checkout, order: 'order-1' }, () => 'Loading')])
  const html = await renderToString(createSSRApp(page))
  expect(html.replace(/<!--.*?-->/g, '')).toBe(
    '<main><button>idle</button><isopay-panel order="order-1">Loading</isopay-panel></main>',
  )
  expect(sent).toEqual([])
})
