// @vitest-environment happy-dom
import { act, createElement, type ReactNode, StrictMode, Suspense, useEffect } from 'react'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Payment, Result, State } from '../../src/index.ts'
import { PaymentPanel, type PaymentPanelProps, usePayment } from '../../src/react.ts'
import { bridgeAction, makeBridge, offer, says, shop } from '../checkout/shop.ts'
import { qrOffer } from '../panel/stand.ts'

let root: Root | undefined
beforeAll(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(() => {
  act(() => root?.unmount())
  document.body.replaceChildren()
})

const render = (node: ReactNode): HTMLElement => {
  const place = document.body.appendChild(document.createElement('div'))
  root = createRoot(place)
  act(() => root?.render(createElement(StrictMode, null, node)))
  return place
}

type Shop = ReturnType<typeof shop>
interface PayProps {
  readonly checkout: Shop['checkout']
  readonly order?: string
  readonly onPayment?: (payment: Payment | null) => void
}
const Pay = ({ checkout, order = 'order-1', onPayment }: PayProps) => {
  const { state, payment, pay } = usePayment(checkout, order, { wallet: 'wechat' })
  useEffect(() => {
    onPayment?.(payment)
  }, [payment, onPayment])
  return createElement(
    'button',
    { type: 'button', onClick: () => pay() },
    state?.result?.status ?? state?.phase ?? 'idle',
  )
}

const tap = (place: HTMLElement): void => act(() => place.querySelector('button')?.click())
const advance = ({ advance: pass }: Shop, ms: number): Promise<void> => act(() => pass(ms))

describe('usePayment', () => {
  it('pays in the tap, and follows the payment to the server’s word', async () => {
    const made = shop({ prepare: () => offer(bridgeAction), status: () => says('paid') }, { bridge: makeBridge('ok') })
    const place = render(createElement(Pay, made))
    expect(place.textContent).toBe('idle')
    tap(place)
    expect(place.textContent).toBe('preparing')
    await advance(made, 10_000)
    expect(place.textContent).toBe('paid')
  })

  it('invokes once under the double effects of Strict Mode, and for a double tap', async () => {
    const made = shop()
    const place = render(createElement(Pay, made))
    tap(place)
    tap(place)
    await advance(made, 100)
    expect([made.merchant.count.prepare, made.bridge.calls]).toEqual([1, 1])
  })

  it('joins what is under way when it is mounted again', async () => {
    const made = shop({ prepare: () => qrOffer() })
    tap(render(createElement(Pay, made)))
    await advance(made, 100)
    act(() => root?.unmount())
    expect(render(createElement(Pay, made)).textContent).toBe('showing')
    expect(made.merchant.count.prepare).toBe(1)
  })

  it('leaves one order for another', async () => {
    const made = shop({ prepare: () => qrOffer() })
    const place = render(createElement(Pay, { ...made, order: 'order-1' }))
    tap(place)
    await advance(made, 100)
    act(() => root?.render(createElement(Pay, { ...made, order: 'order-2' })))
    expect(place.textContent).toBe('idle')
  })

  it('answers the payment, to be stopped or closed by hand', async () => {
    const made = shop({ prepare: () => qrOffer() })
    const held: (Payment | null)[] = []
    const place = render(createElement(Pay, { ...made, onPayment: (payment) => held.push(payment) }))
    tap(place)
    await advance(made, 100)
    act(() => held.at(-1)?.stop())
    expect(place.textContent).toBe('pending')
  })
})

interface LateProps {
  readonly coming: { readonly promise: Promise<void>; checkout?: Shop['checkout'] }
}
/** As React 18 has it: it knows no `use`. */
const Late = ({ coming }: LateProps) => {
  if (!coming.checkout) throw coming.promise
  return createElement(PaymentPanel, { checkout: coming.checkout, order: 'order-1' })
}

const Page = (made: Pick<Shop, 'checkout'>) =>
  createElement(
    'main',
    null,
    createElement(Pay, made),
    createElement(PaymentPanel, { ...made, order: 'order-1' }, 'Loading'),
  )

const panelIn = (place: Element) => place.querySelector('isopay-panel')

describe('<PaymentPanel>', () => {
  const show = (made: Shop, more: Partial<PaymentPanelProps> = {}, ...children: ReactNode[]) =>
    render(createElement(PaymentPanel, { checkout: made.checkout, order: 'order-1', ...more }, ...children))

  it('hands what it is given to the element', () => {
    const made = shop()
    const expect_ = { value: 990, currency: 'CNY' }
    const panel = panelIn(show(made, { expect: expect_, wallets: ['wechat'], className: 'mine', watching: true }))
    expect(panel).toMatchObject({ checkout: made.checkout, order: 'order-1', expect: expect_, wallets: ['wechat'] })
    expect([panel?.className, panel?.hasAttribute('watching')]).toEqual(['mine', true])
  })

  it('tells each state and the result', async () => {
    const made = shop({ prepare: () => qrOffer(), status: () => says('paid') })
    const states: (State | null)[] = []
    const results: Result[] = []
    const place = show(made, {
      onChange: (state) => states.push(state),
      onSettled: (result) => results.push(result),
    })
    act(() => void panelIn(place)?.pay('wechat'))
    await advance(made, 10_000)
    expect(states.map((state) => state?.phase)).toEqual(expect.arrayContaining(['preparing', 'showing', 'settled']))
    expect(results.map(({ status }) => status)).toEqual(['paid'])
  })

  it('keeps its children for the time before, and for the end', () => {
    const place = show(shop(), {}, createElement('a', { slot: 'paid', key: 'paid' }, 'Back'))
    expect(panelIn(place)?.textContent).toBe('Back')
  })

  it('is safe in a boundary that waits', async () => {
    const made = shop()
    let ready = (): void => {}
    const promise = new Promise<void>((done) => {
      ready = done
    })
    const coming: LateProps['coming'] = { promise }
    const place = document.body.appendChild(document.createElement('div'))
    root = createRoot(place)
    await act(async () => root?.render(createElement(Suspense, { fallback: 'wait' }, createElement(Late, { coming }))))
    expect(place.textContent).toBe('wait')
    coming.checkout = made.checkout
    await act(async () => ready())
    expect(panelIn(place)?.checkout).toBe(made.checkout)
  })
})

describe('a page that a server rendered', () => {
  const made = shop()
  const page = () => createElement(Page, { checkout: made.checkout })

  it('shows the children, and asks nobody anything', () => {
    const html = renderToString(page())
    expect(html).toBe(
      '<main><button type="button">idle</button><isopay-panel order="order-1">Loading</isopay-panel></main>',
    )
    expect(made.sent).toEqual([])
  })

  it('is taken over without a complaint', () => {
    const complaints = vi.spyOn(console, 'error')
    const place = document.body.appendChild(document.createElement('div'))
    place.innerHTML = renderToString(page())
    act(() => {
      root = hydrateRoot(place, page())
    })
    expect(panelIn(place)?.checkout).toBe(made.checkout)
    expect(complaints).not.toHaveBeenCalled()
  })
})
