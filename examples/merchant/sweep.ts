/** Ends what nobody asks about any more: payments past their end, and refunds that a wallet has not taken yet. */
import { retire } from './look.ts'
import type { Office } from './office.ts'
import { readPayment } from './payments.ts'
import { pushRefunds } from './refunds.ts'

const everyMs = 10_000

const sweep = async (office: Office) => {
  const over = await office.store.sql<{ id: string }>(
    `select id from payments where status = 'pending' and channel <> 'code' and (expires_at < now() or close_asked)`,
  )
  for (const { id } of over) await retire(office, await readPayment(office, id))
  await pushRefunds(office)
}

/** Starts sweeping; answers how to stop, which waits for the sweep that is under way. */
export const startSweep = (office: Office) => {
  let running: Promise<void> = Promise.resolve()
  const run = () => {
    running = running.then(() => sweep(office)).catch((error) => console.error('sweep:', error))
  }
  const timer = setInterval(run, everyMs)
  return async () => {
    clearInterval(timer)
    await running
  }
}
