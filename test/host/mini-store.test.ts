/** What a mini program keeps, in a storage that takes text or boxes. */
import { describe, expect, it } from 'vitest'
import { hostOver } from './wx.ts'

describe('what is kept', () => {
  const plain = (kept: Map<string, string>): object => ({
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, data: string) => void kept.set(key, data),
    removeStorageSync: (key: string) => void kept.delete(key),
  })
  const boxed = (kept: Map<string, string>): object => ({
    getStorageSync: ({ key }: { key: string }) => ({ data: kept.get(key) ?? null }),
    setStorageSync: ({ key, data }: { key: string; data: string }) => ({ success: kept.set(key, data).has(key) }),
    removeStorageSync: ({ key }: { key: string }) => ({ success: kept.delete(key) }),
  })

  it.each([
    ['by text', (kept: Map<string, string>) => hostOver(plain(kept))],
    ['in boxes', (kept: Map<string, string>) => hostOver(boxed(kept), true)],
  ])('is written, read and erased %s', (_name, open) => {
    const kept = new Map<string, string>()
    const { store } = open(kept)
    expect([store.read('k'), store.write('k', 'v'), store.read('k')]).toEqual([null, true, 'v'])
    store.erase('k')
    expect([store.read('k'), kept.size]).toEqual([null, 0])
  })

  const full = (): never => {
    throw new Error('full')
  }

  const broken: [string, object][] = [
    ['throws', { getStorageSync: () => ({}), setStorageSync: () => full(), removeStorageSync: () => full() }],
    ['keeps nothing', { getStorageSync: () => '', setStorageSync: () => undefined }],
    ['is missing', {}],
  ]

  it.each(broken)('is nothing where storage %s', (_name, sdk) => {
    const { store } = hostOver(sdk)
    expect([store.write('k', 'v'), store.read('k'), store.erase('k')]).toEqual([false, null, undefined])
  })
})
