import { expect, it } from 'vitest'
import { ownText } from '../../src/channels/own-text.ts'

it('reads objects alone: a text has a length, and a function a name, that no wallet wrote', () => {
  expect([ownText('text', 'length'), ownText(function ok() {}, 'name'), ownText(null, 'name')]).toEqual(['', '', ''])
  expect([ownText({ code: 0 }, 'code'), ownText({ code: '0' }, 'code')]).toEqual(['0', '0'])
})
