/** The hands on the stand-in wallets of this repository (`examples/wallets`): the payer's phone, the faults, the books. */
import { type Body, type Fetch, type Ledger, unchecked, type Wallets } from './words.ts'

const honest: Body = { notification: 'normal', query: 'normal', bridge: 'honest', sum: 'asked' }

const walletOf = (content: string): string => (content.startsWith('weixin:') ? 'wechat' : 'alipay')

export const openWallets = (origin: string, fetch: Fetch): Wallets => {
  const ask = async <Answer = Body>(path: string, body?: Body): Promise<Answer> => {
    const headers = { 'content-type': 'application/json' }
    const init = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) }
    const response = await fetch(`${origin}${path}`, init).catch(() => undefined)
    if (!response?.ok) throw unchecked(`stand-in wallets that answer ${origin}${path}`)
    return response.json() as Promise<Answer>
  }

  const make = async (wanted: Body): Promise<void> => {
    const { faults } = await ask<{ faults: Body }>('/faults', wanted)
    const unknown = Object.keys(wanted).find((name) => faults[name] !== wanted[name])
    if (unknown !== undefined) throw unchecked(`stand-in wallets that know the fault "${unknown}"`)
  }

  /** Null where the wallet lets nobody in. */
  const enter = async (content: string): Promise<string | null> => {
    const { open } = await ask(`/${walletOf(content)}/app/scan`, { content })
    const offer = typeof open === 'string' ? new URL(open, origin).searchParams.get('offer') : null
    if (offer !== null) await ask(`/${walletOf(content)}/app/offers/${offer}`)
    return offer
  }

  return {
    scan: async (content) => void (await enter(content)),
    pay: async (content) => {
      const offer = await enter(content)
      if (offer === null) throw unchecked('a code that the stand-in wallets know')
      const { refused } = await ask(`/${walletOf(content)}/app/offers/${offer}/pay`, {})
      if (typeof refused === 'string') throw unchecked(`a code that can be paid: ${refused}`)
    },
    login: async (url) => {
      const { headers } = await fetch(url, { redirect: 'manual' })
      const { searchParams } = new URL(headers.get('location') ?? '', origin)
      return searchParams.get('code') ?? searchParams.get('auth_code') ?? ''
    },
    during: async (faults, work) => {
      try {
        await make(faults)
        return await work()
      } finally {
        await ask('/faults', honest)
      }
    },
    ledger: () => ask<Ledger>('/ledger'),
  }
}
