import { expect, it } from 'vitest'
import { wechatClaim } from '../../src/channels/wechat-claim.ts'

it('takes a refusal without a tail for one only where it is the whole answer', () => {
  for (const refusal of ['system:access_denied', 'access_control:not_allow', 'system:too_frequent']) {
    expect(wechatClaim(refusal)).toEqual({ is: 'failed', reason: refusal })
    expect(wechatClaim(`not ${refusal}`)).toEqual({ is: 'unknown' })
    expect(wechatClaim(`${refusal} no more`)).toEqual({ is: 'unknown' })
  }
})

it('reads what follows the name of the function, from the beginning of the answer', () => {
  expect(['chooseWXPay:ok', 'x:ok  ', 'X:OK'].map(wechatClaim)).toEqual(Array(3).fill({ is: 'claimed' }))
  expect(['x:cancel', 'x:fail cancel'].map(wechatClaim)).toEqual(Array(2).fill({ is: 'cancelled' }))
  expect(wechatClaim('x:fail no permission')).toEqual({ is: 'failed', reason: 'x:fail no permission' })
  for (const said of ['!x:ok', ':ok', 'x:ok now', 'x:cancelled', `${'x'.repeat(65)}:ok`, 'x ok', 'ok', ''])
    expect(wechatClaim(said)).toEqual({ is: 'unknown' })
})
