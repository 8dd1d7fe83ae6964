/** The record of one payment. Tabs, and checkouts of one page, share it: none of them unwrites what another has done. */
import type { Machine } from '../core/machine.ts'
import type { Course } from './course.ts'
import type { Entry } from './record.ts'
import type { Setup } from './setup.ts'

export const makeKeeping = ({ host, ledger }: Setup, course: Course, machine: () => Machine) => {
  const { order, options } = course.plan
  let written = !course.fresh
  let invokedBefore = false

  const isOurs = (): boolean => ledger.read(order)?.payment === course.payment

  /** Said by the record: another tab, or another checkout of this page, may have handed it to a wallet meanwhile. */
  const wasInvoked = (): boolean => isOurs() && ledger.read(order)?.invoked === true

  /** The record still says that no wallet has had it. Where it is gone, or another id's, a twin has had the last word. */
  const isUntouched = (): boolean => isOurs() && !wasInvoked()

  /** Once only where the record is gone, or another id's: a twin has had the last word, or has gone on with that one. */
  const write = (news: Partial<Entry>): boolean => {
    if (written && !isOurs()) return false
    written = true
    return ledger.write({
      version: 1,
      order,
      payment: course.payment,
      atMs: host.wallMs(),
      wallet: options.wallet,
      channel: course.offer?.action.kind,
      expiresAtMs: course.expiresAtMs,
      invoked: machine().invoked || wasInvoked(),
      detoured: false,
      ended: false,
      ...news,
    })
  }

  /** Before the action leaves; an identity page moves no money. False where it cannot be kept. */
  const mark = (detours: boolean): boolean => {
    invokedBefore = machine().invoked || wasInvoked()
    return write({ invoked: invokedBefore || !detours, detoured: detours })
  }

  /** Nothing was invoked after all. */
  const unmark = (): boolean => write({ invoked: invokedBefore })

  /** Goes on under the id that a twin has made by now, or a new one: two would overwrite each other's record. */
  const anew = (): void => {
    const entry = ledger.read(order)
    const made = entry?.wallet === options.wallet && entry?.payment !== course.payment ? entry?.payment : undefined
    course.payment = made ?? host.newId()
    course.fresh = made === undefined
    written = !course.fresh
  }

  return { isOurs, isUntouched, write, mark, unmark, anew }
}
