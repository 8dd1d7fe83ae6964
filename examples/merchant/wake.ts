/**
 * Wakes those who wait for news of an order, in this process and, on a shared PostgreSQL, in every other one.
 *
 * What changed is not told, only where: the one who wakes reads it from the store.
 */
import type { Sql, Store } from './store.ts'

const channel = 'order_changed'

/** One who waits. News that came since the last call counts: nothing is missed between reading and waiting. */
export interface Watch {
  /** True when there is news or `ms` have passed, false when the server stops. */
  news(ms: number): Promise<boolean>
  end(): void
}

export interface Wake {
  watch(order: string): Watch
  /** Lets everybody who waits go at once: the server stops. */
  stop(): void
}

/** Tells every server that the order has news; inside a transaction the news goes out with its commit. */
export const tell = (sql: Sql, order: string) => sql('select pg_notify($1, $2)', [channel, order])

const watcher = (isStopped: () => boolean) => {
  let unread = false
  let go = () => {}
  const hear = () => {
    unread = true
    go()
  }
  const news = async (ms: number) => {
    let timer: NodeJS.Timeout | undefined
    await new Promise<void>((resolve) => {
      go = resolve
      timer = setTimeout(resolve, ms)
      if (unread || isStopped()) resolve()
    })
    clearTimeout(timer)
    unread = false
    return !isStopped()
  }
  return { hear, news }
}

export const openWake = async (store: Store): Promise<Wake> => {
  const hearers = new Map<string, Set<() => void>>()
  let stopped = false
  const wakeAll = (order: string) => {
    for (const hear of hearers.get(order) ?? []) hear()
  }
  await store.listen(channel, wakeAll)
  const watch = (order: string): Watch => {
    const { hear, news } = watcher(() => stopped)
    const beside = hearers.get(order) ?? new Set()
    hearers.set(order, beside.add(hear))
    const end = () => {
      beside.delete(hear)
      if (beside.size === 0) hearers.delete(order)
      hear()
    }
    return { news, end }
  }
  const stop = () => {
    stopped = true
    for (const order of hearers.keys()) wakeAll(order)
  }
  return { watch, stop }
}
