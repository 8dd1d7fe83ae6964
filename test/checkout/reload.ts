/** The page is gone and loaded again: the device remembers, the page does not. */
import { type FakeHost, fakeHost } from '../../src/testing/fake.ts'
import { makeBridge, makeMerchant, openShop, type Script } from './shop.ts'

export const reload = (gone: FakeHost, script: Script, url = 'https://shop.example/pay') => {
  gone.unload()
  const merchant = makeMerchant(script)
  const bridge = makeBridge()
  const fake = fakeHost({ beside: gone, globals: bridge.globals, answer: merchant.answer, url })
  return { fake, merchant, bridge, checkout: openShop(fake), advance: fake.advance }
}
