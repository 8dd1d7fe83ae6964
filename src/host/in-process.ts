/** Locks and news where one process is all there is: a mini program has no tabs, a server has no page. */
import type { Host } from '../core/ports.ts'

const taken = new Set<string>()
const ears = new Map<string, Set<() => void>>()

export const inProcess: Pick<Host, 'lock' | 'announce' | 'hear'> = {
  lock: async (name) => {
    if (taken.has(name)) return null
    taken.add(name)
    return () => void taken.delete(name)
  },
  announce: (name) => {
    for (const hear of [...(ears.get(name) ?? [])]) hear()
  },
  hear: (name, listener) => {
    const row = ears.get(name) ?? new Set()
    const hear = () => listener()
    ears.set(name, row.add(hear))
    return () => {
      row.delete(hear)
      if (row.size === 0) ears.delete(name)
    }
  },
}
