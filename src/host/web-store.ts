/** localStorage, where it is there and not full: a private window or a policy may forbid each access. */
import type { Store } from '../core/ports.ts'

export const webStore: Store = {
  read: (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null // forbidden: the same as empty, and `write` will say that nothing is kept
    }
  },
  write: (key, text) => {
    try {
      localStorage.setItem(key, text)
      return true
    } catch {
      return false
    }
  },
  erase: (key) => {
    if (webStore.read(key) !== null) localStorage.removeItem(key)
  },
}

/** The name of everything that is kept; nothing where storage is forbidden. */
export const webKeys = (): readonly string[] => {
  try {
    return Object.keys(localStorage)
  } catch {
    return [] // forbidden: the same as empty
  }
}
