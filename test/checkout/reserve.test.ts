/** Where a lock takes time, it is taken while the server is asked for the action. */
import { expect, it } from 'vitest'
import { fakeHost } from '../../src/testing/fake.ts'
import { makeBridge, makeMerchant, openShop, refuses, type Script } from './shop.ts'

const open = (script: Script = {}) => {
  const reserved: string[] = []
  const bridge = makeBridge()
  const fake = fakeHost({ globals: bridge.globals, answer: makeMerchant(script).answer })
  const reserve = (name: string) => {
    reserved.push(name)
    return () => void reserved.splice(reserved.indexOf(name), 1)
  }
  return { ...fake, bridge, reserved, checkout: openShop({ ...fake, host: { ...fake.host, reserve } }) }
}

const turn = 'isopay/https://shop.example/pay/order-1'

it('is reserved in the tap, before anything is awaited', () => {
  const { checkout, reserved } = open()
  checkout.pay('order-1')
  expect(reserved).toEqual([turn])
})

it('is given back where nothing was invoked', async () => {
  const { checkout, advance, bridge, reserved } = open({ prepare: () => refuses(403, 'forbidden') })
  const payment = checkout.pay('order-1')
  await advance(100)
  expect([(await payment.result).status, bridge.calls, reserved]).toEqual(['failed', 0, []])
})

it('is not reserved where the action was asked for ahead: the press has done so', async () => {
  const { checkout, advance, bridge, reserved } = open()
  checkout.prepare('order-1')
  await advance(100)
  checkout.pay('order-1')
  await advance(100)
  expect([bridge.calls, reserved]).toEqual([1, []])
})
