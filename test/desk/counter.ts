/** A counter: tills that share one store, and a merchant's server that answers as the test says. */
import { createTillIn } from '../../src/checkout/till.ts'
import { createDesk } from '../../src/desk/desk.ts'
import { till } from '../../src/platforms/till.ts'
import { type FakeHost, type FakeOptions, fakeHost } from '../../src/testing/fake.ts'
import { makeMerchant, offer, type Script } from '../checkout/shop.ts'

export const sentOn = offer({ kind: 'code' }, { expiresInSeconds: 30 })

export const checkoutOn = (fake: FakeHost) =>
  createTillIn(
    { place: till, host: fake.host, keys: () => [...fake.device.kept.keys()] },
    { endpoint: 'https://shop.example/pay' },
  )

/** Another window or process, or the same one started again. */
export const openTill = (fake: FakeHost) => createDesk({ checkout: checkoutOn(fake) })

export const counter = (script: Script = {}, more: FakeOptions = {}) => {
  const merchant = makeMerchant({ prepare: () => sentOn, ...script })
  const fake = fakeHost({ ...more, answer: merchant.answer })
  const beside = () => fakeHost({ beside: fake, answer: merchant.answer })
  return { ...fake, fake, merchant, beside, desk: openTill(fake) }
}

export const pathsOf = ({ sent }: Pick<FakeHost, 'sent'>) => sent.map(({ url }) => url.slice(url.lastIndexOf('/') + 1))
