// @vitest-environment happy-dom
/** The pages beside the recipes, run as they are written. */
import { afterEach, expect, it, vi } from 'vitest'
import { definePanel } from '../../src/element.ts'
import { diagnose } from '../../src/index.ts'
import { codeIn } from './pages.ts'
import { amount, button, inPage, inWeChat, run } from './stands.ts'

const show = vi.fn()
afterEach(() => {
  localStorage.clear()
  vi.unstubAllGlobals()
})

it('the panel pays an order that is made in the tap', async () => {
  inWeChat()
  const roots: ShadowRoot[] = []
  const attach = Element.prototype.attachShadow
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    return roots[roots.push(attach.call(this, init)) - 1] as ShadowRoot
  })
  definePanel()
  const panel = document.body.appendChild(document.createElement('isopay-panel'))
  const makeOrder = vi.fn(async () => 'order-7')
  const [, code = ''] = codeIn('examples/recipes/panel.md')[0] ?? []
  run(code, { panel, makeOrder, show, definePanel, checkout: inPage({}) })
  roots[0]?.querySelector<HTMLElement>('[part~="wechat"]')?.click()
  const paid = expect.objectContaining({ order: 'order-7', status: 'paid' })
  await vi.waitFor(() => expect(show).toHaveBeenLastCalledWith(paid), 9_000)
})

it('the panel of the README pays, and tells what came of it', async () => {
  inWeChat()
  document.body.innerHTML = '<isopay-panel order="order-1024"></isopay-panel>'
  const [, code = ''] = codeIn('README.md').find(([, each]) => each.includes('isopay/element')) ?? []
  const log = vi.fn()
  run(code, { definePanel, createCheckout: inPage, console: { log } })
  document.querySelector('isopay-panel')?.pay('wechat')
  await vi.waitFor(() => expect(log).toHaveBeenLastCalledWith('paid'), 9_000)
})

it('what replaces a call of the bridge by hand pays', async () => {
  inWeChat()
  const pay = button()
  const given = { pay, show, amount, order: 'order-1', createCheckout: inPage }
  run(codeIn('examples/recipes/moving.md')[0]?.[1] ?? '', given)
  pay.click()
  await vi.waitFor(() => expect(show).toHaveBeenLastCalledWith('/thanks'), 9_000)
})

it('what asks for causes is told one', () => {
  run(codeIn('examples/recipes/failed.md')[0]?.[1] ?? '', { diagnose, show })
  expect(show).toHaveBeenCalledWith(
    expect.objectContaining({ kind: 'wechat.bridge', cause: expect.stringContaining('pay directory') }),
  )
})
