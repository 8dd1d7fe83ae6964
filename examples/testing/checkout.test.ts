/** How a shop tests its checkout without a phone: `isopay/testing` with vitest. */
import { alipayJsBridge, fakeMerchant, stage, testMerchant, weixinBridge } from 'isopay/testing'
import { expect, it } from 'vitest'
import { payButton } from './pay-button.ts'

it('thanks the payer once the server says that the money is there', async () => {
  const { checkout, merchant, advance } = stage({ place: 'wechat-browser', bridge: weixinBridge() })
  const button = payButton(checkout, 'order-1024')
  button.tap()
  button.tap() // a second tap is the same payment
  await advance(1000)
  expect(button.label()).toBe('谢谢 · Thank you')
  expect(merchant.taken('order-1024')).toBe(1)
})

it('does not thank for an "ok" that moved no money', async () => {
  const bridge = weixinBridge({ answer: 'ok', pays: false })
  const { checkout, advance } = stage({ place: 'wechat-browser', bridge })
  const button = payButton(checkout, 'order-1024')
  button.tap()
  await advance(10_000)
  expect(button.label()).toBe('正在确认 · Checking')
})

it('lets the payer who turned back try again, under the same id', async () => {
  const bridge = weixinBridge({ answer: 'cancel' })
  const { checkout, merchant, advance } = stage({ place: 'wechat-browser', bridge })
  const button = payButton(checkout, 'order-1024')
  button.tap()
  await advance(10_000)
  expect(button.label()).toBe('再试一次 · Try again')
  Object.assign(bridge.faults, { answer: 'ok', pays: true })
  button.tap()
  await advance(1000)
  expect(button.label()).toBe('谢谢 · Thank you')
  expect(merchant.taken('order-1024')).toBe(1)
})

it('shows a code on a PC, and sees that it was paid with a phone', async () => {
  const { checkout, merchant, advance } = stage({ place: 'desktop-browser' })
  const payment = checkout.pay('order-1024', { wallet: 'wechat' })
  await advance(100)
  expect(payment.state.phase).toBe('showing')
  merchant.pay(payment.state.qr?.content)
  await advance(30_000)
  expect(await payment.result).toMatchObject({ status: 'paid', amount: { value: 990, currency: 'CNY' } })
})

it('finds the payment again after a reload, though the wallet never answered', async () => {
  const bridge = alipayJsBridge({ answer: 'silent', pays: true })
  const before = stage({ place: 'alipay-browser', bridge })
  before.merchant.faults.deaf = true
  before.checkout.pay('order-1024')
  await before.advance(1000)
  const after = before.reload()
  const payment = after.checkout.resume('order-1024')
  after.merchant.faults.deaf = false
  await after.advance(30_000)
  expect((await payment?.result)?.status).toBe('paid')
  expect(bridge.calls).toHaveLength(1)
})

it('stops before the wallet where the price is not the one that the page showed', async () => {
  const bridge = weixinBridge()
  const { checkout, merchant, advance } = stage({ place: 'wechat-browser', bridge })
  merchant.price('order-1024', { value: 99_000, currency: 'CNY' })
  const payment = checkout.pay('order-1024', { expect: { value: 990, currency: 'CNY' } })
  await advance(1000)
  expect((await payment.result).status).toBe('failed')
  expect(bridge.calls).toEqual([])
})

it('keeps the contract on the server’s side', async () => {
  // Your own server: its address, and orders that may be paid.
  const price = { value: 990, currency: 'CNY' }
  const { fetch } = fakeMerchant({ orders: { 'order-1': price, 'order-2': price } })
  const { verdicts } = await testMerchant('https://shop.example/pay', { orders: ['order-1', 'order-2'], fetch })
  expect(verdicts.filter(({ outcome }) => outcome === 'broken')).toEqual([])
})
