import { describe, expect, it } from 'vitest'
import { reach } from '../../src/core/reach.ts'

const sdk = {
  name: 'sdk',
  text: 'no function',
  say(...words: readonly unknown[]) {
    return [this.name, ...words]
  },
  qy: {
    name: 'qy',
    say(word: unknown) {
      return [this.name, word]
    },
  },
}

describe('a function of a foreign object', () => {
  it('is called with what it is given, as a method of the object that holds it', () => {
    expect(reach(sdk, 'say')?.('a', 'b')).toEqual(['sdk', 'a', 'b'])
    expect(reach(sdk, 'qy.say')?.('a')).toEqual(['qy', 'a'])
  })

  it.each([
    ['the object is missing', undefined, 'say'],
    ['the object is null', null, 'say'],
    ['a member on the way is missing', sdk, 'other.say'],
    ['a member on the way is null', { qy: null }, 'qy.say'],
    ['the member is missing', sdk, 'other'],
    ['the member is no function', sdk, 'text'],
  ])('is none where %s', (_case, root, path) => {
    expect(reach(root, path)).toBeUndefined()
  })

  it('throws what a getter on the way throws, and nothing else', () => {
    const trap = {
      get say(): never {
        throw new Error('trap')
      },
    }
    expect(() => reach(trap, 'say')).toThrow('trap')
  })
})
