import { expect, it } from 'vitest'
import { wechatClaim } from '../../src/channels/wechat-claim.ts'

it('takes a refusal without a tail for one only where it is the whole answer', () => {
  for (const refusal of ['system:access_denied', 'access_control:not_allow', 'system:too_frequent']) {
    expect(wechatClaim(refusal)).toEqual({ is: 'failed', reason: refusal })
    expect(wechatClaim(`not ${refusal}`)).toEqual({ is: 'unknown' })
    expect(wechatClaim(`${refusal} no more`)).toEqual({ is: 'unknown' })
  }
})
