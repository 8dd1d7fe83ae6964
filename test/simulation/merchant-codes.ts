/** What the merchant's server does with a payer's code: it charges once, looks after it, and reverses it when its time is up. */
import type { Books, Row } from './merchant-books.ts'
import type { Story } from './story.ts'
import type { Timeline } from './timeline.ts'
import type { Wallets } from './wallets.ts'

/** What is wrong with a step of the server's, if anything is. */
export type Strike = (step: 'code' | 'reverse') => string | undefined

export interface Codes {
  /** Calls `done` when the wallet has answered, or has not. */
  readonly charge: (row: Row, code: string, page: number, strike: Strike, done: () => void) => void
  /** Hastens the end, as far as the wallet allows. */
  readonly hasten: (row: Row, strike: Strike) => void
}

const answerMs = 1_000
const reverseMs = 500
const blindMs = 10_000
/** WeChat reverses nothing sooner than this after the charge. */
const tooSoonMs = 15_000
/** What was not answered is asked again. */
const againMs = 5_000

export const makeCodes = (
  story: Story,
  { at, nowMs }: Timeline,
  wallets: () => Wallets,
  books: Books,
  changed: () => void,
): Codes => {
  const deadlineMs = story.expiresS <= 60 ? 30_000 : 60_000

  const reverse = (row: Row, strike: Strike): void => {
    books.look(row)
    if (row.state !== 'open') return
    const fault = strike('reverse')
    if (fault === 'unanswered') return void at(againMs, () => reverse(row, strike), false)
    at(
      reverseMs,
      () => {
        row.blindUntilMs = 0
        wallets().reverse(row.payment, fault === 'paid-meanwhile')
        books.look(row)
        changed()
      },
      false,
    )
  }

  return {
    charge: (row, code, page, strike, done) => {
      row.kind = 'code'
      row.openedAtMs = nowMs()
      row.expiresAtMs = nowMs() + deadlineMs
      const fault = strike('code')
      if (fault !== 'code-lost') wallets().charge(row, code, page, fault === 'user-paying')
      if (fault === 'system-error') row.blindUntilMs = nowMs() + blindMs
      at(deadlineMs, () => reverse(row, strike), false)
      at(fault === undefined ? answerMs : 0, done, false)
    },
    hasten: (row, strike) => {
      const waitMs = row.openedAtMs + tooSoonMs - nowMs()
      if (waitMs > 0) at(waitMs, () => reverse(row, strike), false)
      else reverse(row, strike)
    },
  }
}
