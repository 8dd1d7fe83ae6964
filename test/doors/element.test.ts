// @vitest-environment happy-dom
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { definePanel, type IsopayPanel } from '../../src/element.ts'
import type { Result, State } from '../../src/index.ts'
import { says, shop } from '../checkout/shop.ts'
import { qrOffer } from '../panel/stand.ts'

/** The root is closed to the page; a test sees into it by what it is made with. */
const roots = new WeakMap<Element, ShadowRoot>()

beforeAll(() => {
  const attach = Element.prototype.attachShadow
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init)
    roots.set(this, root)
    return root
  })
  definePanel()
})
afterEach(() => document.body.replaceChildren())

const put = (attributes: Readonly<Record<string, string>> = {}): IsopayPanel => {
  const panel = document.createElement('isopay-panel')
  for (const [name, value] of Object.entries(attributes)) panel.setAttribute(name, value)
  return document.body.appendChild(panel)
}

const textOf = (panel: Element): string => roots.get(panel)?.querySelector('section')?.textContent ?? ''
const press = (panel: Element, part: string): void =>
  roots.get(panel)?.querySelector<HTMLElement>(`[part~="${part}"]`)?.click()

describe('the element', () => {
  it('is closed to the page', () => {
    expect(put().shadowRoot).toBeNull()
  })

  it('is defined once, whoever asks again', () => {
    const first = customElements.get('isopay-panel')
    definePanel()
    expect(customElements.get('isopay-panel')).toBe(first)
  })

  it('shows its own content until there is a checkout, and after it was taken away', () => {
    const panel = put({ order: 'order-1' })
    const slot = roots.get(panel)?.querySelector<HTMLSlotElement>('slot:not([name])')
    expect(slot?.hidden).toBe(false)
    panel.checkout = shop().checkout
    expect(slot?.hidden).toBe(true)
    panel.checkout = null
    expect([slot?.hidden, textOf(panel)]).toEqual([false, ''])
  })

  it('speaks the language of the page, of its own attribute first, and follows it', () => {
    const panel = put({ order: 'order-1' })
    document.documentElement.lang = 'zh'
    panel.checkout = shop().checkout
    expect(textOf(panel)).toContain('选择付款方式')
    panel.lang = 'en'
    expect(textOf(panel)).toContain('Choose how to pay')
  })

  it('is marked as English on a page in a language that it does not speak, unless the shop hands its words in', () => {
    const panel = put({ order: 'order-1', lang: 'fr' })
    const marked = () => roots.get(panel)?.querySelector('section')?.getAttribute('lang')
    panel.checkout = shop().checkout
    expect(marked()).toBe('en')
    panel.lang = 'zh'
    expect(marked()).toBeNull()
    panel.lang = 'fr'
    panel.words = { labels: { panel: 'Paiement' } }
    expect(marked()).toBeNull()
  })

  it('says what the shop hands in', () => {
    const panel = put({ order: 'order-1', lang: 'en' })
    panel.checkout = shop().checkout
    panel.words = { wallets: { wechat: 'WeChat, please' } }
    expect(textOf(panel)).toContain('WeChat, please')
  })

  it('offers the wallets that the shop names', () => {
    const panel = put({ order: 'order-1' })
    panel.checkout = shop().checkout
    panel.wallets = ['alipay']
    expect(roots.get(panel)?.querySelector('section')?.dataset.scene).toBe('nowhere')
  })

  it('takes up what was set before it was defined', () => {
    const early = document.createElement('isopay-panel')
    const { checkout } = shop()
    Object.defineProperty(early, 'checkout', { value: checkout, configurable: true, writable: true })
    document.body.append(early)
    expect([Object.hasOwn(early, 'checkout'), early.checkout]).toEqual([false, checkout])
    expect(textOf(early)).not.toBe('')
  })
})

describe('what the page hears', () => {
  it('each state, as an event and as attributes', async () => {
    const { checkout, advance } = shop({ prepare: () => qrOffer() })
    const panel = put({ order: 'order-1' })
    const phases: unknown[] = []
    panel.addEventListener('isopay-change', (event) => {
      phases.push((event as CustomEvent<State | null>).detail?.phase)
    })
    panel.checkout = checkout
    expect([panel.dataset.phase, panel.dataset.result]).toEqual(['', ''])
    press(panel, 'wechat')
    await advance(100)
    expect(new Set(phases)).toEqual(new Set([undefined, 'preparing', 'invoking', 'showing']))
    expect([panel.dataset.phase, panel.dataset.result, panel.dataset.platform]).toEqual([
      'showing',
      '',
      'wechat-browser',
    ])
    expect(panel.state?.phase).toBe('showing')
  })

  it('the result, once', async () => {
    const { checkout, advance } = shop({
      prepare: () => qrOffer(),
      status: () => says('paid'),
    })
    const panel = put({ order: 'order-1' })
    const results: Result[] = []
    panel.addEventListener('isopay-settled', (event) => results.push((event as CustomEvent<Result>).detail))
    panel.checkout = checkout
    panel.pay('wechat')
    await advance(10_000)
    panel.remove()
    document.body.append(panel)
    expect(results.map(({ status }) => status)).toEqual(['paid'])
    expect(panel.dataset.result).toBe('paid')
  })

  it('a tap before anything is asked, so that it can make the order first', async () => {
    const asked: unknown[] = []
    const { checkout, advance } = shop({
      prepare: (question) => {
        asked.push(question)
        return qrOffer()
      },
    })
    const panel = put()
    panel.checkout = checkout
    panel.addEventListener('isopay-pay', (event) => {
      event.preventDefault()
      panel.order = 'order-made-now'
      panel.pay((event as CustomEvent<{ wallet: string }>).detail.wallet)
    })
    press(panel, 'wechat')
    await advance(100)
    expect(asked).toMatchObject([{ order: 'order-made-now', wallet: 'wechat' }])
    expect(panel.dataset.phase).toBe('showing')
  })
})

describe('an order', () => {
  it('is followed on when the element is moved', async () => {
    const { checkout, advance, merchant } = shop({ prepare: () => qrOffer() })
    const panel = put({ order: 'order-1' })
    panel.checkout = checkout
    press(panel, 'wechat')
    await advance(100)
    document.body.appendChild(document.createElement('div')).append(panel)
    expect([panel.dataset.phase, merchant.count.prepare]).toEqual(['showing', 1])
  })

  it('that is another one is another panel', async () => {
    const { checkout, advance } = shop({ prepare: () => qrOffer() })
    const panel = put({ order: 'order-1' })
    panel.checkout = checkout
    press(panel, 'wechat')
    await advance(100)
    panel.order = 'order-2'
    expect(panel.dataset.phase).toBe('')
    panel.order = 'order-1'
    expect(panel.dataset.phase).toBe('showing')
  })
})

it('says what is missing where it is asked to pay too early', () => {
  expect(() => put().pay('wechat')).toThrow('no checkout yet')
})
