/** A realm of its own: its globals, its prototypes, and isopay in it as a script tag would load it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import vm from 'node:vm'
import type { Page } from './page.ts'
import type { Isopay } from './stories.ts'

const bundle = new vm.Script(readFileSync(join(import.meta.dirname, '../../dist/isopay.global.js'), 'utf8'))

/** A shop's own script: what it hands over are objects of this realm, as in any page. */
const shop = new vm.Script(`({
  createCheckout: (options) => {
    const checkout = Isopay.createCheckout({ ...options })
    return {
      pay: (order, more) => checkout.pay(order, { ...more }),
      resume: (order) => checkout.resume(order, {}),
    }
  },
})`)

/** Loads isopay into a fresh realm made of the page; `after` is a script that runs there once it is loaded. */
export const loadInRealm = ({ globals }: Page, after = ''): Isopay => {
  const realm = vm.createContext({ ...globals })
  vm.runInContext('globalThis.self = globalThis.window = globalThis', realm)
  bundle.runInContext(realm)
  const isopay: Isopay = shop.runInContext(realm)
  vm.runInContext(after, realm)
  return isopay
}
