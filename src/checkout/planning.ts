/** How a payment begins: with which id, from which record, and from where. */
import type { Identity, PayOptions } from '../core/checkout.ts'
import { makeAheads } from './ahead.ts'
import type { Plan } from './course.ts'
import type { CheckoutOptions } from './options.ts'
import { type Entry, isUnresolved } from './record.ts'
import { type Return, readReturn, withoutIdentity } from './returning.ts'
import type { Setup } from './setup.ts'

const resuming = { begin: 'resume', invoked: true, fresh: false, returned: false, identity: undefined } as const

export const makePlans = (setup: Setup, { identity: configured }: CheckoutOptions) => {
  const { host, ledger, channels } = setup
  const aheads = makeAheads(setup)
  const spent = new Set<string>()

  /** A code works once, so it is sent once, whichever payment it was given for. */
  const identityFor = ({ identity = configured }: PayOptions): Identity | undefined => {
    if (!identity || spent.has(identity.value)) return undefined
    spent.add(identity.value)
    return identity
  }

  /** The record that this call goes on with: another wallet takes another id. */
  const entryFor = (order: string, { wallet }: PayOptions): Entry | null => {
    const entry = ledger.read(order)
    return entry?.wallet === wallet ? entry : null
  }

  /** A clock that was set back since the record was written gives no more time than there was then. */
  const takeUp = (entry: Entry, options: PayOptions): Plan => {
    const { order, payment, expiresAtMs, atMs } = entry
    const expiresInMs = expiresAtMs === undefined ? undefined : expiresAtMs - Math.max(host.wallMs(), atMs)
    return { ...resuming, order, options, payment, expiresInMs }
  }

  /** While an earlier payment of the order is unresolved the code is not sent: that one is asked about. */
  const code = (order: string, given: PayOptions): Plan => {
    const { identity: _, ...options } = given
    const entry = ledger.read(order)
    if (entry && isUnresolved(entry)) return takeUp(entry, options)
    const payment = host.newId()
    const identity = identityFor(given)
    return { begin: 'code', order, options, payment, identity, invoked: false, fresh: true, returned: false }
  }

  const tap = (order: string, options: PayOptions): Plan => {
    if (options.identity?.kind === 'payment-code') return code(order, options)
    const entry = entryFor(order, options)
    const ahead = aheads.take(order, options)
    return {
      begin: 'tap',
      order,
      options,
      payment: entry?.payment ?? host.newId(),
      identity: identityFor(options),
      invoked: entry?.invoked === true,
      fresh: entry === null,
      returned: false,
      // Without its record the order was ended by another tab: what was asked before says nothing any more.
      ahead: ahead?.payment === entry?.payment ? ahead : undefined,
    }
  }

  const ahead = (order: string, options: PayOptions): void => {
    if (aheads.has(order, options)) return
    const { payment } = entryFor(order, options) ?? { payment: host.newId() }
    const { wallet, expect } = options
    aheads.ask({ payment, order, wallet, expect, accepts: channels, identity: identityFor(options) }, options)
    const entry = ledger.read(order)
    if (entry?.payment === payment) return
    ledger.write({
      version: 1,
      order,
      payment,
      wallet,
      atMs: host.wallMs(),
      invoked: entry !== null && isUnresolved(entry), // another wallet may have the order still
      detoured: false,
      ended: false,
    })
  }

  /** Back from the identity page: prepare again, with the code. A state that no record knows starts nothing. */
  const afterDetour = (order: string, options: PayOptions, back: Return, entry: Entry | null): Plan | null => {
    if (!back.identity) return null
    host.page.rewrite(withoutIdentity(host.page.url()))
    if (entry?.payment !== back.identity.payment) return null
    // Another tab came back first and goes on with this payment: it is watched, and the code stays unsent.
    if (!entry.detoured) return takeUp(entry, options)
    const { payment, invoked, wallet } = entry
    const identity = { kind: 'oauth-code', value: back.identity.code } as const
    const chosen = wallet === undefined ? options : { ...options, wallet }
    return { begin: 'tap', order, payment, options: chosen, identity, invoked, fresh: false, returned: true }
  }

  const resume = (order: string, options: PayOptions): Plan | null => {
    const entry = ledger.read(order)
    const back = readReturn(host.page.url())
    const detour = afterDetour(order, options, back, entry)
    if (detour) return detour
    if (entry && isUnresolved(entry)) return takeUp(entry, options)
    return back.payment && !entry ? { ...resuming, order, options, payment: back.payment } : null
  }

  return { tap, ahead, resume }
}
