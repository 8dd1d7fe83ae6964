/** What a mini program keeps on the device. Each call may throw: storage full, or the runtime still starting. */
import type { Store } from '../core/ports.ts'
import { reach } from '../core/reach.ts'
import type { Runtime } from './mini-runtimes.ts'

const tried = <T>(work: () => T, otherwise: T): T => {
  try {
    return work()
  } catch {
    return otherwise // the same as empty, and `write` says that nothing is kept
  }
}

/** A missing key reads as '' or null, by runtime: no text of ours is empty. */
const textIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

export const miniStore = ({ sdk, boxed }: Pick<Runtime, 'sdk' | 'boxed'>): Store => {
  const call = (name: string, key: string, data?: string): unknown =>
    boxed ? reach(sdk(), name)?.({ key, data }) : reach(sdk(), name)?.(key, data)

  const read = (key: string): string | null => {
    const got = call('getStorageSync', key)
    return textIn(boxed ? Object(got).data : got)
  }
  const write = (key: string, text: string): boolean => {
    call('setStorageSync', key, text)
    return read(key) === text
  }
  return {
    read: (key) => tried(() => read(key), null),
    write: (key, text) => tried(() => write(key, text), false),
    erase: (key) => tried(() => void call('removeStorageSync', key), undefined),
  }
}
