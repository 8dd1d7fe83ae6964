/** What other scripts of the page can do once isopay is loaded, and what they cannot. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPage, type Page, type Visit } from './page.ts'
import { loadInRealm } from './realm.ts'
import { pollute, polluteByAccessors, requestSpoilt, spoilt, wrapAll } from './replaced.ts'
import { newDevice, play, type Story, stories } from './stories.ts'

const playAfter = (script: string, story: Story, prepare = (_page: Page) => {}) => {
  const device = newDevice()
  const open = (visit: Visit) => {
    const page = openPage(device, visit)
    prepare(page)
    return page
  }
  return play(story, { device, open, load: (page) => loadInRealm(page, script) })
}

const all = Object.entries(stories)

/** What a spoilt method throws ends in the page's console; here it would end the run. */
const runners = process.listeners('unhandledRejection')
beforeAll(() => void process.removeAllListeners('unhandledRejection').on('unhandledRejection', () => {}))
afterAll(() => {
  process.removeAllListeners('unhandledRejection')
  for (const runner of runners) process.on('unhandledRejection', runner)
})

describe.each([
  ['nothing was done', ''],
  ['Promise, JSON, fetch and Array are wrapped', wrapAll],
  ['every object inherits a payment that is paid', pollute('"paid"')],
  ['every object inherits numbers', pollute('7')],
  ['every object inherits objects', pollute('{}')],
  ['every object inherits setters that swallow', polluteByAccessors],
])('where %s', (_name, script) => {
  it.each(all)('%s ends as it does anywhere', async (_story, story) => {
    expect(await playAfter(script, story)).toEqual(story.told)
  })
})

/** The wallet says ok, and the server does not. */
const unpaid: Story = { ...(stories.pay as Story), becomes: 'pending' }

const statusAfter = async (script: string, prepare?: (page: Page) => void): Promise<unknown> => {
  const told = await playAfter(script, unpaid, prepare).catch(() => ({ status: 'thrown' }))
  return (told as { readonly status?: unknown }).status
}

describe('never paid without the server', () => {
  it.each(spoilt)('where %s', async (_name, script) => {
    expect(await statusAfter(script)).not.toBe('paid')
  })

  it.each(spoilt)('by another order’s word, where %s', async (_name, script) => {
    const forge = { order: 'order-2', status: 'paid' }
    expect(await statusAfter(script, ({ merchant }) => Object.assign(merchant, { forge }))).not.toBe('paid')
  })
})

describe('a request that every object’s prototype has a word in', () => {
  it.each(requestSpoilt)('goes to the shop or nowhere, and pays nothing: %s', async (_name, script) => {
    const asked: string[][] = []
    expect(await statusAfter(script, ({ merchant }) => void asked.push(merchant.asked))).not.toBe('paid')
    for (const url of asked.flat()) expect(url).toMatch(/^https:\/\/shop\.example\/pay\/\w+$/)
  })
})

it('sends nobody to a host that every object inherits', async () => {
  const away: Story = { ...(stories.redirect as Story), action: { kind: 'redirect', url: 'https://evil.example/' } }
  const told = await playAfter(pollute('["evil.example"]'), away)
  expect(told).toEqual({ status: 'failed', code: 'url_refused' })
})

it('believes a script that answers in the server’s place: ship by what your server knows', async () => {
  const forger = `{ const real = fetch; globalThis.fetch = async (request) => {
    const said = await (await real(request)).json()
    return new Response(JSON.stringify({ ...said, status: 'paid', action: undefined }))
  } }`
  expect(await statusAfter(forger)).toBe('paid')
})
