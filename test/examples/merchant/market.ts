/** A merchant, both wallets and a payer, all real and on loopback. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type MerchantOptions, startMerchant } from '../../../examples/merchant/merchant.ts'
import { type Office, openOffice } from '../../../examples/merchant/office.ts'
import type { StorePlace } from '../../../examples/merchant/store.ts'
import type { Accounts, Platforms } from '../../../examples/wallets/accounts.ts'
import { startWallets } from '../../../examples/wallets/wallets.ts'

export const shopOrigin = 'https://shop.example'

export const newId = () => randomBytes(16).toString('hex')

/** A schema of its own where there is a PostgreSQL, else PGlite in memory. Its connections bear the schema's name. */
export const newStore = async (): Promise<{ place: StorePlace; name: string; drop: () => Promise<void> }> => {
  const url = process.env.DATABASE_URL
  if (!url) return { place: {}, name: '', drop: async () => {} }
  const schema = `market_${newId()}`
  const ask = async (statement: string) => {
    const client = new pg.Client(url)
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await ask(`create schema ${schema}`)
  const place = new URL(url)
  place.searchParams.set('options', `-c search_path=${schema}`)
  place.searchParams.set('application_name', schema)
  return { place: { databaseUrl: place.href }, name: schema, drop: () => ask(`drop schema ${schema} cascade`) }
}

export interface Answer {
  http: number
  headers: Headers
  body: Record<string, unknown> & { action?: Record<string, unknown>; error?: { code: string; message: string } }
}

export const send = async (url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }
  const response = await fetch(url, init)
  return { http: response.status, headers: response.headers, body: JSON.parse(await response.text()) }
}

/** The payer's phone: what is done there moves money at the wallets and tells the merchant nothing by itself. */
export const phoneAt = (wallets: string) => {
  const app = async (wallet: string, path: string, body: unknown) =>
    (await send(`${wallets}/${wallet}/app/${path}`, body)).body
  const look = async (wallet: string, offer: string) => {
    await (await fetch(`${wallets}/${wallet}/app/offers/${offer}`)).text()
    return offer
  }
  const scan = async (wallet: string, content: unknown) => {
    const { open, refused } = await app(wallet, 'scan', { content })
    if (typeof open !== 'string') throw new Error(`The phone refused to scan: ${refused}`)
    return look(wallet, new URL(open, wallets).searchParams.get('offer') ?? '')
  }
  const pay = (wallet: string, offer: string) => app(wallet, `offers/${offer}/pay`, {})
  return {
    scan,
    pay,
    /** A payment code, as the payer shows it at a counter. */
    showCode: async (wallet: string) => String((await app(wallet, 'codes', {})).code),
    /** What the payer’s phone says of its code: where a password is asked for, the way to type it. */
    seeCode: async (wallet: string, code: string) => {
      const { state, open } = await app(wallet, 'codes/seen', { code })
      const offer = open === undefined ? '' : (new URL(String(open), wallets).searchParams.get('offer') ?? '')
      return { state, offer }
    },
    scanAndPay: async (wallet: string, content: unknown) => pay(wallet, await scan(wallet, content)),
    /** What a page hands to the wallet's bridge, and the payer's yes to it. */
    tap: async (wallet: string, params: unknown) => {
      const { offer, refused } = await app(wallet, 'bridge', params)
      if (typeof offer !== 'string') throw new Error(`The bridge refused: ${refused}`)
      return app(wallet, `bridge/${offer}/pay`, {})
    },
    /** Arrives at a wallet's cashier, by GET or with a form's fields, and pays there. */
    visitAndPay: async (wallet: string, url: unknown, fields?: Record<string, string>) => {
      const form = fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}
      // WeChat's cashier lets in only who comes from the shop's page.
      const headers = { referer: `${shopOrigin}/pay` }
      const response = await fetch(String(url), { ...form, headers, redirect: 'manual' })
      const cashier = new URL(response.headers.get('location') ?? '', wallets)
      const offer = cashier.searchParams.get('offer')
      if (offer === null) throw new Error(`The cashier refused: ${cashier.href}`)
      return pay(wallet, await look(wallet, offer))
    },
    /** What a mini program gets where it asks who the payer is. */
    loginCode: async (wallet: string) => String((await app(wallet, 'login', {})).code),
    /** Follows a login page to the code that it sends back to the shop. */
    login: async (url: unknown) => {
      const response = await fetch(String(url), { redirect: 'manual' })
      return new URL(response.headers.get('location') ?? '')
    },
  }
}

export type Phone = ReturnType<typeof phoneAt>
export type Market = Awaited<ReturnType<typeof openMarket>>

/** `between` may put somebody between the merchant and the wallets at `origin`. */
export const openMarket = async (
  options: Partial<MerchantOptions> & { reverseAfterMs?: number } = {},
  between: (accounts: Accounts, origin: string) => void = () => {},
) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'isopay-market-'))
  const { reverseAfterMs = 0, ...own } = options
  const wallets = await startWallets({ port: 0, dataDir, gapsMs: [50, 100, 200], reverseAfterMs })
  const { platforms }: { platforms: Platforms } = JSON.parse(readFileSync(join(dataDir, 'accounts.json'), 'utf8'))
  const accounts = structuredClone(wallets.accounts)
  between(accounts, wallets.origin)
  const { place, name, drop } = await newStore()
  const open = () =>
    startMerchant({
      port: 0,
      accounts,
      wallets: wallets.origin,
      store: place,
      publicOrigins: [shopOrigin],
      ...own,
    })
  const merchant = await open()
  const call = (name: string, body: object, at = merchant.origin) => send(`${at}/pay/${name}`, body)
  const offices: Office[] = []
  const stopOthers = async () => {
    for (const { store } of offices.splice(0)) await store.stop()
    await wallets.stop()
    await drop()
  }
  return {
    wallets,
    accounts,
    /** The wallets' own keys, for letters that only they could write. */
    platforms,
    merchant,
    /** The name that this store's connections bear in PostgreSQL. */
    storeName: name,
    /** Another server on the same store. */
    another: open,
    phone: phoneAt(wallets.origin),
    order: async (value = 990) => {
      const { body } = await send(`${merchant.origin}/orders`, { title: '龙井 Longjing', value })
      return String(body.order)
    },
    /** The rooms behind the HTTP, on a store in memory that stops with the market. No wallet writes to them. */
    office: async () => {
      const own = { accounts, wallets: wallets.origin, store: {}, publicOrigins: [shopOrigin] }
      const office = await openOffice(own, 'https://merchant.example')
      offices.push(office)
      return office
    },
    prepare: (payment: string, order: string, more: object = {}, at?: string) =>
      call('prepare', { payment, order, platform: 'desktop-browser', accepts: ['qr'], wallet: 'wechat', ...more }, at),
    status: (payment: string, order: string, more: object = {}, at?: string) =>
      call('status', { payment, order, nonce: newId(), ...more }, at),
    /** As a till does with a code that it has scanned. */
    charge: (payment: string, order: string, code: string, more: object = {}) =>
      call('prepare', {
        payment,
        order,
        platform: 'till',
        accepts: ['code'],
        identity: { kind: 'payment-code', value: code },
        ...more,
      }),
    close: (payment: string, order: string) => call('close', { payment, order }),
    stop: async () => {
      await merchant.stop()
      await stopOthers()
    },
    stopOthers,
  }
}

/** Waits until `holds`, for at most five seconds. */
export const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  const end = Date.now() + 5000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('waited five seconds in vain')
    await new Promise((done) => setTimeout(done, 20))
  }
}
