/** What can be made to go wrong, as it does in the field. Everything starts out honest. */

/**
 * `notification`: `late` by `lateMs`; `lost`, never sent; `twice`, sent again after it was accepted;
 * `forged`, a stranger's key claims the payment: as soon as the order is opened, and again in place of the real one.
 * `bridge`: `ok-without-payment` says ok and moves no money; `payment-without-ok` moves it and says fail;
 * `silent` moves it and never answers. `query`: `down` answers 503. `code`: `system-error` takes the money by a payment
 * code and says that nobody knows; `system-error-unpaid` says so too and asks the payer. `sum`: `one-fen` takes one fen
 * for whatever was ordered, and says so, rightly signed (CVE-2026-9189). Above `passwordAbove` fen a payer is always asked.
 */
export interface Faults {
  notification: 'normal' | 'late' | 'lost' | 'twice' | 'forged'
  lateMs: number
  bridge: 'honest' | 'ok-without-payment' | 'payment-without-ok' | 'silent'
  query: 'normal' | 'down'
  code: 'normal' | 'system-error' | 'system-error-unpaid'
  sum: 'asked' | 'one-fen'
  passwordAbove: number
}

export const choices = {
  notification: ['normal', 'late', 'lost', 'twice', 'forged'],
  bridge: ['honest', 'ok-without-payment', 'payment-without-ok', 'silent'],
  query: ['normal', 'down'],
  code: ['normal', 'system-error', 'system-error-unpaid'],
  sum: ['asked', 'one-fen'],
} as const

export const noFaults = (): Faults => ({
  notification: 'normal',
  lateMs: 5000,
  bridge: 'honest',
  query: 'normal',
  code: 'normal',
  sum: 'asked',
  passwordAbove: 100_000,
})

const chosen = <T extends string>(allowed: readonly T[], value: unknown): T | null =>
  allowed.find((choice) => choice === value) ?? null

/** Takes over the faults that `wanted` names rightly; answers false, and changes nothing, where one is unknown. */
export const setFaults = (faults: Faults, wanted: Record<string, unknown>): boolean => {
  const next = { ...faults, ...wanted }
  const notification = chosen(choices.notification, next.notification)
  const bridge = chosen(choices.bridge, next.bridge)
  const query = chosen(choices.query, next.query)
  const code = chosen(choices.code, next.code)
  const sum = chosen(choices.sum, next.sum)
  const [lateMs, passwordAbove] = [Number(next.lateMs), Number(next.passwordAbove)]
  if (notification === null || bridge === null || query === null || code === null || sum === null) return false
  if (!(lateMs >= 0) || !(passwordAbove >= 0)) return false
  Object.assign(faults, { notification, bridge, query, code, sum, lateMs, passwordAbove })
  return true
}
