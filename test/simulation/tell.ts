/** A run as a story that a person can read. */
import type { CaseFile, Entry } from './ledger.ts'
import type { Story } from './story.ts'

const short = (payment: string | undefined): string => (payment ? `#${payment.slice(-5)}` : '')

const words = (entry: Entry): readonly (string | number | undefined | false)[] => {
  if (entry.book === 'wallet') return ['wallet  ', short(entry.payment), entry.did, entry.word]
  const page = entry.page === undefined ? '' : `page ${entry.page}`
  if (entry.book === 'merchant')
    return [
      entry.did === 'sent' ? page.padEnd(8) : 'merchant',
      short(entry.payment),
      entry.did,
      entry.call,
      entry.status,
    ]
  return [page.padEnd(8), short(entry.payment), entry.did, entry.order, entry.status, entry.code, entry.untilMs]
}

const isTold = (entry: Entry): boolean => entry.did !== 'over' && entry.did !== 'output' && entry.did !== 'left'

const line = (entry: Entry): string => `  ${String(entry.atMs).padStart(8)}  ${words(entry).filter(Boolean).join('  ')}`

const settings = ({ seed, way, payers, faults, acts, ...rest }: Story): readonly string[] => [
  `seed ${seed}, by ${way}: ${Object.entries(rest)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')}`,
  ...payers.map(({ does, afterMs }) => `the payer ${does} after ${afterMs} ms`),
  ...acts.map(({ atMs, tab, order, does }) => `at ${atMs} ms in tab ${tab}: ${does} (order-${order + 1})`),
  ...faults.map(({ at, nth, is }) => `fault: ${is}, at ${at} (time ${nth + 1})`),
]

export const tell = (story: Story, { entries }: CaseFile): string =>
  [...settings(story), ...entries.filter(isTold).map(line)].join('\n')
