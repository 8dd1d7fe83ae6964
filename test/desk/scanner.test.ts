import { describe, expect, it } from 'vitest'
import type { ScanOptions } from '../../src/desk/reader.ts'
import { type KeydownEvent, readKeys, readStream } from '../../src/desk/sources.ts'
import { fakeHost } from '../../src/testing/fake.ts'
import { alipay, corpus, type Keystroke, wechat } from './corpus.ts'

/** Plays keys at their time into a source; `lateMs` is how long a busy page held them back. */
const play = async (keys: readonly Keystroke[], options?: ScanOptions, lateMs = 0) => {
  const { host, advance, held } = fakeHost()
  const scans: string[] = []
  const prevented: string[] = []
  let listener = (_event: KeydownEvent) => {}
  const source = {
    addEventListener: (_type: 'keydown', given: typeof listener) => {
      listener = given
    },
    removeEventListener: () => {
      listener = () => {}
    },
  }
  const stop = readKeys(host, source, (code) => scans.push(code), options)
  await advance(lateMs)
  for (const { atMs, ...key } of keys) {
    await advance(Math.max(atMs - host.monotonicMs(), 0))
    listener({ ...key, timeStamp: atMs, preventDefault: () => prevented.push(key.key) })
  }
  await advance(1_000)
  stop()
  return { scans, prevented, held: held() }
}

describe('a page’s keys', () => {
  it.each(corpus)('$name', async ({ keys, scans }) => {
    expect((await play(keys)).scans).toEqual(scans)
  })

  it.each(corpus)('leave nothing behind: $name', async ({ keys }) => {
    expect((await play(keys)).held).toEqual({ timers: 0, listeners: 0, locks: 0 })
  })

  it('keep the Enter of a scan from sending a form, and no other', async () => {
    const [scan, typing] = [corpus[0], corpus.find(({ name }) => name === 'typing')]
    expect((await play(scan?.keys ?? [])).prevented).toEqual(['Enter'])
    expect((await play(typing?.keys ?? [])).prevented).toEqual([])
  })

  it('are timed by themselves, not by when a busy page came to hear of them', async () => {
    const typing = corpus.find(({ name }) => name.startsWith('eighteen digits'))
    expect((await play(typing?.keys ?? [], {}, 30_000)).scans).toEqual([])
  })

  it('obey other thresholds', async () => {
    const slow = corpus.find(({ name }) => name === 'a slow scanner')?.keys ?? []
    expect((await play(slow, { paceMs: 30 })).scans).toEqual([])
    expect((await play(slow, { shortest: 19 })).scans).toEqual([])
    const hurried = corpus.find(({ name }) => name.startsWith('eighteen digits'))?.keys ?? []
    expect((await play(hurried, { paceMs: 100 })).scans).toEqual([wechat])
    const twice = corpus.find(({ name }) => name.startsWith('the same scan twice'))?.keys ?? []
    expect((await play(twice, { repeatMs: 500 })).scans).toEqual([wechat, wechat])
    expect((await play(corpus[2]?.keys ?? [], { silenceMs: 5 })).scans).toEqual([])
  })
})

describe('a stream', () => {
  type Chunk = string | Uint8Array
  const hear = async (chunks: readonly (readonly [ms: number, chunk: Chunk])[]) => {
    const { host, advance, held } = fakeHost()
    const ears = new Set<(chunk: Chunk) => void>()
    const scans: string[] = []
    const source = {
      on: (_: 'data', ear: (chunk: Chunk) => void) => ears.add(ear),
      off: (_: 'data', ear: (chunk: Chunk) => void) => ears.delete(ear),
    }
    const stop = readStream(host, source, (code) => scans.push(code))
    for (const [ms, chunk] of chunks) {
      await advance(ms)
      for (const ear of ears) ear(chunk)
    }
    await advance(500)
    stop()
    expect([ears.size, held().timers]).toEqual([0, 0])
    return scans
  }
  const bytes = (text: string) => new TextEncoder().encode(text)

  it('gives a line at once, as a pipe or a serial port does', async () => {
    expect(await hear([[0, `${wechat}\r\n`]])).toEqual([wechat])
  })

  it('gives a scan in pieces, as a terminal in raw mode does', async () => {
    expect(
      await hear([
        [0, bytes(wechat.slice(0, 7))],
        [12, bytes(wechat.slice(7))],
        [9, bytes('\r')],
      ]),
    ).toEqual([wechat])
  })

  it('gives two codes in one piece', async () => {
    expect(await hear([[0, `${wechat}\n${alipay}\n`]])).toEqual([wechat, alipay])
  })

  it('is UTF-8, also where a full-width digit is cut in two', async () => {
    const wide = bytes([...wechat].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''))
    expect(
      await hear([
        [0, wide.slice(0, 4)],
        [5, wide.slice(4)],
      ]),
    ).toEqual([wechat])
  })

  it('is typing where hands are slow', async () => {
    expect(await hear([...wechat].map((digit) => [120, digit] as const))).toEqual([])
  })
})
