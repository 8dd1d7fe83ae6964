#!/usr/bin/env node
/** `npx isopay check <endpoint> --order <handle>`: a merchant's server held against the contract. */
import { exec } from 'node:child_process'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { addressIn } from './trial/address.ts'
import { checks } from './trial/checks.ts'
import { manual } from './trial/manual.ts'
import { isUnreachable, type MerchantTrialOptions, type Report, testMerchant } from './trial/merchant.ts'
import { listText, progressLine, reportText } from './trial/report.ts'

const text = { type: 'string' } as const
const texts = { type: 'string', multiple: true } as const
const flag = { type: 'boolean' } as const

const options = {
  ...{ order: texts, 'new-order': text, header: texts, platform: text, accepts: texts, wallet: text },
  ...{ 'return-url': text, timeout: text, 'notify-url': texts, wallets: text },
  ...{ reprice: text, refund: text, received: text },
  ...{ only: texts, strict: flag, json: flag, list: flag, help: flag },
} as const

const read = (args: string[]) => parseArgs({ args, options, allowPositionals: true })

type Values = ReturnType<typeof read>['values']

const { argv, env: environment, stderr, stdout } = process

/** Misuse: its message says what to write instead. */
const misuse = (message: string): Error => Object.assign(new Error(message), { code: 'ERR_PARSE_ARGS' })

const parted = (lists: readonly string[] | undefined): readonly string[] | undefined =>
  lists?.flatMap((each) => each.split(',')).map((each) => each.trim())

const address = (name: string, value: string): string => {
  const url = addressIn(value)
  if (!url || !/^https?:$/.test(url.protocol)) throw misuse(`${name} must be an http or https address: ${value}`)
  if (url.username !== '') throw misuse(`${name} must hold no password: send it by --header`)
  return value
}

const headersIn = (given: readonly string[] = []): Readonly<Record<string, string>> =>
  Object.fromEntries(
    given.map((each) => {
      const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(each) ?? []
      if (name === undefined || value === undefined) throw misuse("--header must read 'name: value'")
      return [name.toLowerCase(), value]
    }),
  )

/** The shop's own hand: what the command prints, once it has ended well. */
const hand = (command: string | undefined) =>
  command === undefined
    ? undefined
    : (order = ''): Promise<string> =>
        new Promise((resolve, reject) => {
          const env = { ...environment, ORDER: order }
          exec(command, { env }, (error, printed) => (error ? reject(error) : resolve(printed.trim())))
        })

const namesIn = (only: readonly string[] | undefined) => {
  const unknown = only?.find((name) => !checks.some(({ id, rule }) => id === name || rule === name))
  if (unknown !== undefined) throw misuse(`No check and no rule is called ${unknown}: see --list`)
  return only
}

const secondsIn = (value: string): number => {
  if (!(Number(value) > 0)) throw misuse('--timeout must be a number of seconds')
  return Number(value) * 1000
}

const trialOf = (values: Values): MerchantTrialOptions => ({
  orders: values.order,
  newOrder: hand(values['new-order']),
  headers: headersIn(values.header),
  platform: values.platform,
  accepts: parted(values.accepts),
  wallet: values.wallet,
  wallets: values.wallets && address('--wallets', values.wallets),
  notifyUrls: values['notify-url']?.map((each) => address('--notify-url', each)),
  returnUrl: values['return-url'] && address('--return-url', values['return-url']),
  reprice: hand(values.reprice),
  refund: hand(values.refund),
  received: hand(values.received),
  only: namesIn(parted(values.only)),
  timeoutMs: values.timeout === undefined ? undefined : secondsIn(values.timeout),
  observe: (verdict) => void stderr.write(`${progressLine(verdict)}\n`),
})

const tell = (report: Report, { json, strict }: Values): number => {
  stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : `\n${reportText(report)}\n`)
  return report.broken > 0 || (strict && report.unchecked > 0) ? 1 : 0
}

const check = async (args: string[]): Promise<number> => {
  const { values, positionals } = read(args)
  const [command, endpoint, ...more] = positionals
  if (values.help || values.list) {
    stdout.write(values.help ? manual : `${listText()}\n`)
    return 0
  }
  if (command !== 'check' || endpoint === undefined || more.length > 0) throw misuse('Write: isopay check <endpoint>')
  if (values.order === undefined && values['new-order'] === undefined) throw misuse('Name an order: --order <handle>')
  return tell(await testMerchant(address('The endpoint', endpoint), trialOf(values)), values)
}

/** What the user can mend, by its message alone; a fault of this program keeps its stack. */
const failed = (error: unknown): number => {
  const known =
    error instanceof Error && (isUnreachable(error) || /^ERR_PARSE_ARGS/.test(String(Reflect.get(error, 'code'))))
  stderr.write(
    known ? `${error.message}\nisopay --help says more.\n` : `${error instanceof Error ? error.stack : error}\n`,
  )
  return 2
}

check(argv.slice(2))
  .catch(failed)
  .then((code) => {
    process.exitCode = code
  })
