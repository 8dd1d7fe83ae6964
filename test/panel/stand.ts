/** A panel in a page, over a real checkout whose clock, network and wallet do as the test says. */
import { vi } from 'vitest'

import type { State } from '../../src/core/words.ts'
import type { Setting } from '../../src/panel/following.ts'
import { wordsFor } from '../../src/panel/language.ts'
import { mountPanel } from '../../src/panel/panel.ts'
import { amount, offer, qrAction, type Script, shop } from '../checkout/shop.ts'

export const qrOffer = (content = qrAction.content, expiresInSeconds = 300) =>
  offer({ ...qrAction, content }, { payee: '小满茶铺', expiresInSeconds })

export const order = 'order-1'

export interface StandOptions {
  readonly script?: Script
  readonly setting?: Partial<Setting>
  /** The page makes the order itself. */
  readonly onTap?: () => boolean
}

/** By default a code is offered, and stays unpaid. */
export const stand = ({ script = {}, setting: more = {}, onTap = () => true }: StandOptions = {}) => {
  const made = shop({ prepare: () => qrOffer(), ...script })
  const { checkout, fake } = made
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
  const setting: Setting = {
    expect: amount,
    wallets: ['wechat', 'alipay'],
    watching: false,
    words: wordsFor('en'),
    language: 'en',
    lang: '',
    ...more,
  }
  const states: (State | null)[] = []
  const reload = vi.fn()
  const options = {
    checkout,
    order,
    clock: fake.host,
    left: null,
    setting: () => setting,
    onTap,
    reload,
    onState: (state: State | null) => states.push(state),
  }
  const mount = () => mountPanel(root, options)
  const text = (selector: string): string => root.querySelector(selector)?.textContent ?? ''
  const find = (part: string): HTMLElement | null => root.querySelector<HTMLElement>(`[part~="${part}"]`)

  return {
    ...made,
    root,
    mount,
    states,
    reload,
    panel: mount(),
    find,
    /** The buttons that can be pressed, by what they do. */
    buttons: (): readonly string[] =>
      [...root.querySelectorAll('button')].map((button) => button.getAttribute('part')?.split(' ').at(-1) ?? ''),
    press: (part: string): void => {
      const button = find(part)
      if (!button) throw new Error(`There is no button ${part}`)
      button.click()
    },
    scene: (): string => root.querySelector('section')?.dataset.scene ?? '',
    status: (): string => text('[role=status] strong'),
    advice: (): string => text('[role=status] .advice'),
    time: (): string => text('time'),
  }
}

/** One on which the payer has tapped WeChat: by default, its code is on the screen. */
export const showing = async (options: StandOptions = {}) => {
  const made = stand(options)
  made.press('wechat')
  await made.advance(100)
  return made
}
