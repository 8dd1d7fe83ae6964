/** The record of one payment. Tabs, and checkouts of one page, share it: none of them unwrites what another has done. */
import type { Course } from './course.ts'
import { type Entry, isUnresolved } from './record.ts'

const entryOf = ({ setup, order }: Course): Entry | null => setup.ledger.read(order)

export const isOurs = (course: Course): boolean => entryOf(course)?.payment === course.payment

/** Nothing is written about the order: it was ended by another tab, or what the device kept was cleared. */
export const isGone = (course: Course): boolean => entryOf(course) === null

/** Said by the record: another tab, or another checkout of this page, may have handed it to a wallet meanwhile. */
const wasInvoked = (course: Course): boolean => {
  const entry = entryOf(course)
  return entry?.payment === course.payment && entry.invoked
}

/** The record still says that no wallet has had it. Where it is gone, or another id's, a twin has had the last word. */
export const isUntouched = (course: Course): boolean => {
  const entry = entryOf(course)
  return entry?.payment === course.payment && !entry.invoked
}

/** Once only where the record is gone, or another id's: a twin has had the last word, or has gone on with that one. */
export const write = (course: Course, news: Partial<Entry> = {}): boolean => {
  const entry = entryOf(course) // read once: between two looks another tab may write
  const ours = entry?.payment === course.payment
  if (course.written && !ours) return false
  course.written = true
  // Another wallet may have the order still: who comes back must find it, and the server says of any id what paid it (R1).
  const isOut = entry !== null && (ours ? entry.invoked : isUnresolved(entry))
  const { setup, order, payment, wallet, kind, expiresAtMs, machine } = course
  return setup.ledger.write({
    version: 1,
    order,
    payment,
    atMs: setup.host.wallMs(),
    wallet,
    channel: kind,
    expiresAtMs,
    invoked: machine.invoked || isOut,
    detoured: false,
    ended: false,
    ...news,
  })
}

/** Before the action leaves; an identity page moves no money. False where it cannot be kept. */
export const mark = (course: Course, detours: boolean): boolean => {
  course.invokedBefore = course.machine.invoked || wasInvoked(course)
  return write(course, { invoked: course.invokedBefore || !detours, detoured: detours })
}

/** Nothing was invoked after all. */
export const unmark = (course: Course): boolean => write(course, { invoked: course.invokedBefore })

/** Goes on under the id that a twin has made by now, or a new one: two would overwrite each other's record. */
export const renameAnew = (course: Course): void => {
  const entry = entryOf(course)
  const made = entry?.wallet === course.wallet && entry?.payment !== course.payment ? entry?.payment : undefined
  course.payment = made ?? course.setup.host.newId()
  course.fresh = made === undefined
  course.written = !course.fresh
}
