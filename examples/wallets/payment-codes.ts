/** The code that a payer shows at a counter: valid for a minute, and once. It takes money, or asks for a password first. */
import { randomBytes, randomInt } from 'node:crypto'
import type { Terms, Wallet } from './ledger.ts'
import type { App, Operator } from './operator.ts'

/** `offer` is set once a merchant has used it: the way in by which its trade can be paid. */
export interface PaymentCode {
  wallet: Wallet
  code: string
  until: number
  offer: string | null
}

const lifeMs = 60_000
const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('')
const starts: Record<Wallet, string> = { wechat: '13', alipay: '28' }

/** 18 digits at both wallets, told apart by how they begin. */
export const newCode = (operator: Operator, wallet: Wallet): PaymentCode => {
  const code = starts[wallet] + digits(16)
  const made = { wallet, code, until: operator.now() + lifeMs, offer: null }
  operator.codes.set(code, made)
  return made
}

/** Whose wallet it is. */
type Owner = Pick<App, 'wallet' | 'payer'>

const codeOf = (operator: Operator, app: Pick<App, 'wallet'>, code: string): PaymentCode | undefined => {
  const found = operator.codes.get(code)
  return found?.wallet === app.wallet ? found : undefined
}

/** Above the limit the payer's phone asks for the password, and the merchant has to wait. */
const asks = ({ faults }: Operator, { value }: Terms) => value > faults.passwordAbove

/** Uses the code up for a trade of these terms: it is paid at once, or the payer is asked; null where the code is not valid. */
export const useCode = (operator: Operator, app: Owner, terms: Terms, code: string): 'paid' | 'asked' | null => {
  const found = codeOf(operator, app, code)
  if (!found || found.offer !== null || found.until <= operator.now()) return null
  const trade = operator.ledger.openTrade(terms)
  const id = `code${randomBytes(12).toString('hex')}`
  operator.ledger.addOffer({ id, terms, until: Number.MAX_SAFE_INTEGER })
  found.offer = id
  if (asks(operator, terms) || operator.faults.code === 'system-error-unpaid') return 'asked'
  operator.ledger.pay(trade, app.payer)
  return 'paid'
}

/** What the payer's phone sees of its own code. */
export const seenCode = (operator: Operator, app: App, code: string): object => {
  const found = codeOf(operator, app, code)
  const offer = found?.offer ? operator.ledger.offer(found.offer) : undefined
  if (!found || !offer) return { state: found && found.until > operator.now() ? 'fresh' : 'expired' }
  const trade = operator.ledger.trade(app.wallet, offer.terms.number)
  const { payee } = app
  const { value } = offer.terms
  if (trade && operator.ledger.payment(trade)) return { state: 'paid', payee, value }
  return trade?.closedAt === null
    ? { state: 'asked', open: `/${app.wallet}/pay?offer=${offer.id}` }
    : { state: 'closed' }
}
