/** Locks and news where one process is all there is: a mini program has no tabs, a server has no page. */
import type { Host } from '../core/ports.ts'

const taken = new Set<string>()
const ears = new Map<string, readonly (() => void)[]>()

export const inProcess: Pick<Host, 'lock' | 'announce' | 'hear'> = {
  lock: async (name) => {
    if (taken.has(name)) return null
    taken.add(name)
    return () => void taken.delete(name)
  },
  announce: (name) => {
    for (const hear of ears.get(name) ?? []) hear()
  },
  hear: (name, listener) => {
    const hear = () => listener()
    ears.set(name, [...(ears.get(name) ?? []), hear])
    return () => {
      const others = (ears.get(name) ?? []).filter((each) => each !== hear)
      if (others.length > 0) ears.set(name, others)
      else ears.delete(name)
    }
  },
}
