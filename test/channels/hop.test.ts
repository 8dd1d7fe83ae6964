import { expect, it } from 'vitest'
import { alipayHop, wechatHop } from '../../src/channels/hop.ts'

it.each([wechatHop, alipayHop])('$kind keeps 128 characters of what refused it', ({ interpret }) => {
  expect(interpret({ errMsg: 'x'.repeat(300) })).toEqual({ is: 'failed', reason: 'x'.repeat(128) })
})
