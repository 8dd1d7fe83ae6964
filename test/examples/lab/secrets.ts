/** What must not be seen in the lab: all that was signed, each code, and who paid. */
import type { Page, Response } from 'playwright-core'
import type { Town } from '../../../examples/play/town.ts'

const shortest = 16

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.length < shortest ? [] : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const isSecret = /\/(?:prepare|app\/codes|app\/login)$/

const secretsOf = async (response: Response): Promise<string[]> => {
  const { pathname, searchParams } = new URL(response.url())
  const inAddress = ['code', 'auth_code'].flatMap((name) => searchParams.get(name) ?? [])
  if (!isSecret.test(pathname) || response.request().method() !== 'POST') return inAddress
  const { action, code } = (await response.json()) as { action?: unknown; code?: unknown }
  return [...inAddress, ...textsIn(action), ...textsIn(code)]
}

/** Collects them from all that the frames of the page are answered. */
export const collectSecrets = (page: Page, { wallets }: Town) => {
  const found: Promise<string[]>[] = []
  page.on('response', (response) => {
    if (response.ok()) found.push(secretsOf(response))
  })
  return async (): Promise<string[]> => [
    ...(await Promise.all(found)).flat(),
    ...wallets.ledger.payments().map(({ payer }) => payer),
  ]
}
