/** What to do about each error, for the reference in the README. */
import type { Code } from '../../src/core/errors.ts'

export const adviceEn: Readonly<Record<Code, string>> = {
  config_invalid: 'Mend the option that `detail` names',
  secret_in_config: 'Move it to your server, and replace the key: it may have been seen',
  unsupported: 'On a server: render, and pay in the browser. Elsewhere: `explain()` says what was looked for',
  unsupported_here: 'Show `explain()`’s reasons in a log; offer another wallet, or a link to open elsewhere',
  bridge_missing: 'Let the payer reload, or open the page in the wallet again',
  storage_missing: 'Set `returnUrl`, or leave private browsing',
  url_refused: 'Add the host to `hosts` if it is yours; otherwise look at what your server answered',
  network: 'Nothing: it is asked again by itself. In the end let the payer check the order',
  contract_broken:
    'Compare your server’s answer with the contract; `detail` names the field. `isopay/contract` checks it',
  answer_foreign: 'A cache, a proxy or two orders under one session: look at what answered',
  amount_mismatch: 'Reload the price; never pay the old amount',
  action_unknown: 'Answer one of the kinds in `accepts`',
  server_refused: 'Read your server’s own code in `detail`, and try again',
  order_busy: 'Wait: the earlier payment is asked about. `close()` hastens it',
  identity_missing: 'Try again: the payer may have refused, or the code was used',
  code_invalid: 'Scan again: `detail` says what is wrong with it',
  code_used: 'Let the payer show a fresh code',
  unconfirmed: 'Show “not known yet”; `resume` later asks again. Do not make a second order',
  wallet_failed: 'Hand the wallet’s answer to `diagnose`; `resume` later asks again',
  stopped: 'Nothing: `resume` takes it up',
  cancelled: 'Offer to pay again: the same id is kept',
  closed: 'Offer to pay again, or make a new order',
  failed: 'Offer to pay again, perhaps with another wallet',
  refunded: 'Nothing: tell the payer that the money went back',
}
