/** The payer of a mini program goes and comes back, and the network with them. */
import { describe, expect, it, vi } from 'vitest'
import { hostOver } from './wx.ts'

describe('the payer', () => {
  const events = () => {
    const table = new Map<string, Set<(news?: unknown) => void>>()
    const add = (event: string) => (hear: () => void) =>
      void table.set(event, (table.get(event) ?? new Set()).add(hear))
    const drop = (event: string) => (hear: () => void) => void table.get(event)?.delete(hear)
    const names = ['AppShow', 'AppHide', 'NetworkStatusChange']
    const pairs = names.flatMap((name): [string, unknown][] => [
      [`on${name}`, add(name)],
      [`off${name}`, drop(name)],
    ])
    const fire = (event: string, news?: unknown) => {
      for (const hear of table.get(event) ?? []) hear(news)
    }
    const held = () => [...table.values()].reduce((sum, ears) => sum + ears.size, 0)
    return { sdk: Object.fromEntries(pairs), fire, held }
  }

  it('is heard to go and to come back, and not after that', () => {
    const { sdk, fire, held } = events()
    const { page } = hostOver(sdk)
    const [woken, hidden] = [vi.fn(), vi.fn()]
    const forgets = [page.onWake(woken), page.onHide(hidden)]
    fire('AppHide')
    expect([page.hidden(), hidden.mock.calls.length, woken.mock.calls.length]).toEqual([true, 1, 0])
    fire('AppShow')
    expect([page.hidden(), woken.mock.calls.length]).toEqual([false, 1])
    for (const forget of forgets) forget()
    expect(held()).toBe(0)
  })

  it('is woken where the network is back, and not where it goes', () => {
    const { sdk, fire } = events()
    const woken = vi.fn()
    hostOver(sdk).page.onWake(woken)
    fire('NetworkStatusChange', { isConnected: false })
    fire('NetworkStatusChange', { isConnected: true })
    expect(woken).toHaveBeenCalledTimes(1)
  })

  it('is in front when a payment begins, although nobody heard of the way back', () => {
    const { sdk, fire } = events()
    const { page } = hostOver(sdk)
    const forgets = [page.onWake(() => {}), page.onHide(() => {})]
    fire('AppHide')
    for (const forget of forgets) forget()
    page.onWake(() => {})
    expect(page.hidden()).toBe(false)
  })

  it('is taken to stay where the runtime has no such events', () => {
    const { page } = hostOver({})
    page.onWake(() => {})()
    page.onHide(() => {})()
    expect([
      page.hidden(),
      page.url(),
      page.leave('https://a.example/'),
      page.submit('https://a.example/', {}),
    ]).toEqual([false, '', false, false])
  })
})
