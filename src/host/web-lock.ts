/** One holder of a name over all tabs, or nobody: never a queue. Dropped when the page goes. */
import type { Host } from '../core/ports.ts'
import { clock } from './clock.ts'
import { webStore } from './web-store.ts'

type Lock = Host['lock']

/** A lease that its holder has not renewed for this long is a dead tab's. Background tabs run timers once a minute. */
const leaseMs = 90_000
const renewMs = 20_000

const untilPageGoes = (drop: () => void): (() => void) => {
  const release = () => {
    removeEventListener('pagehide', release)
    drop()
  }
  addEventListener('pagehide', release)
  return release
}

const readLease = (key: string): { owner: string; untilMs: number } | null => {
  const [owner, untilMs] = (webStore.read(key) ?? '').split(' ')
  return owner && untilMs ? { owner, untilMs: Number(untilMs) } : null
}

/** Without Web Locks (iOS before 15.4, Android before Chromium 69): a lease in storage, renewed while it is held. */
const leaseLock: Lock = async (name) => {
  const key = `${name}/lease`
  const owner = clock.newId()
  const mine = () => readLease(key)?.owner === owner
  const held = readLease(key)
  if (held && held.untilMs > clock.wallMs()) return null
  const write = () => webStore.write(key, `${owner} ${clock.wallMs() + leaseMs}`)
  if (!write()) return () => {} // no storage: this tab can only answer for itself
  await new Promise<void>((resume) => clock.after(20, resume)) // another tab may have written at the same moment
  if (!mine()) return null
  let stopRenewal = () => {}
  const renew = () => {
    if (mine()) write()
    stopRenewal = clock.after(renewMs, renew)
  }
  renew()
  return untilPageGoes(() => {
    stopRenewal()
    if (mine()) webStore.erase(key)
  })
}

/** A sandboxed frame has Web Locks and may not use them. */
const webLock: Lock = (name) =>
  new Promise((resolve, reject) => {
    const hold = (lock: unknown) => {
      if (!lock) return resolve(null)
      return new Promise<void>((drop) => resolve(untilPageGoes(drop)))
    }
    navigator.locks.request(name, { ifAvailable: true }, hold).catch(() => leaseLock(name).then(resolve, reject))
  })

export const lock: Lock = (name) => (typeof navigator.locks?.request === 'function' ? webLock(name) : leaseLock(name))
