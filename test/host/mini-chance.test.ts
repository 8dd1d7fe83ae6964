/** The id that a mini program makes, with the device's randomness and without it. */
import { describe, expect, it, vi } from 'vitest'
import { type Call, hostOver } from './wx.ts'

describe('an id', () => {
  /** A device whose n-th answer is bytes of n, later or at once. */
  const device = (later = false) => {
    const waiting: (() => void)[] = []
    let answers = 0
    const getRandomValues = ({ success, length }: Call) => {
      answers += 1
      const randomValues = new Uint8Array(Number(length)).fill(answers).buffer
      if (later) waiting.push(() => success({ randomValues }))
      else success({ randomValues })
    }
    const answer = () => {
      for (const say of waiting.splice(0)) say()
    }
    return { newId: hostOver({ getRandomValues }).newId, answer, answers: () => answers }
  }
  const ids = (count: number, newId: () => string) => Array.from({ length: count }, newId)

  it('is 32 hex digits, and no two are alike, before randomness has come and without it', () => {
    for (const { newId } of [hostOver({}), device(true)]) {
      const made = ids(1000, newId)
      expect(made.filter((id) => /^[0-9a-f]{32}$/.test(id))).toHaveLength(1000)
      expect(new Set(made).size).toBe(1000)
    }
  })

  it('is the device’s own randomness once it has come, asked for ahead and each byte used once', () => {
    const chance = vi.spyOn(Math, 'random')
    const { newId, answers } = device()
    expect([answers(), newId(), answers()]).toEqual([1, '01'.repeat(16), 1])
    const made = ids(30, newId)
    expect([new Set(made).size, answers(), chance.mock.calls.length]).toEqual([3, 3, 0])
    chance.mockRestore()
  })

  it('is made under real randomness where more is asked for and does not come', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const { newId, answer, answers } = device(true)
    expect(newId()).toMatch(/^[0-9a-f]{16}0{16}$/)
    answer()
    ids(15, newId)
    expect([newId(), answers()]).toEqual(['01'.repeat(16), 2])
    answer()
    expect(newId()).toBe('02'.repeat(16))
    vi.restoreAllMocks()
  })

  const bytes = (length: number) => new Uint8Array(length)

  it.each([
    undefined,
    null,
    {},
    { randomValues: 'x' },
    { randomValues: 256 },
    { randomValues: bytes(4).buffer },
    { randomValues: bytes(256) },
    { randomValues: { byteLength: 256 } },
  ])('is made in spite of %j', (said) => {
    const { newId } = hostOver({ getRandomValues: ({ success }: Call) => success(said) })
    expect(new Set(ids(20, newId).filter((id) => /^[0-9a-f]{32}$/.test(id))).size).toBe(20)
  })
})
