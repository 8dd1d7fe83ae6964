/**
 * All checks, in the order in which they are made: first what opens nothing, then what the standing payment shows, then
 * what ends it, then what is paid at the stand-in wallets; in the end what all exchanges show.
 */
import { amounts, pricesThatChange, refunds } from './amounts.ts'
import { answers } from './answering.ts'
import { mayAsk, mayReturn } from './asking.ts'
import { beside } from './beside.ts'
import { ends, unheard } from './closing.ts'
import { expiry, later } from './expiring.ts'
import { growth } from './growing.ts'
import { letters, notices } from './notices.ts'
import { atTheSameTime, oneId } from './one-id.ts'
import { asked, overall } from './over-http.ts'
import { money, unpaid } from './paying.ts'
import { refusals, waits } from './refusing.ts'
import { discretion } from './secrets.ts'
import { logins, trips } from './trips.ts'
import { held } from './waiting.ts'
import type { Check } from './words.ts'

export const checks: readonly Check[] = [
  ...answers,
  ...expiry,
  ...amounts,
  ...oneId,
  ...unpaid,
  ...asked,
  ...mayAsk,
  ...refusals,
  ...growth,
  ...unheard,
  ...held,
  ...letters,
  ...later,
  ...trips,
  ...mayReturn,
  ...ends,
  ...atTheSameTime,
  ...logins,
  ...pricesThatChange,
  ...money,
  ...beside,
  ...notices,
  ...refunds,
  ...overall,
  ...waits,
  ...discretion,
]
