/** The style of mini programs, and the hop out of a web-view: what the shared suites cannot say. */
import { describe, expect, it } from 'vitest'
import { wechatHop } from '../../src/channels/hop.ts'
import { wechatMini } from '../../src/channels/wechat-mini.ts'
import { BRIDGE_MISSING } from '../../src/core/raw.ts'
import { fakeHost, fakeSignal } from '../../src/testing/fake.ts'
import { fixture } from './fixtures/wechat.mini.ts'

type Callbacks = Record<'success' | 'fail' | 'complete', (raw: unknown) => void>
const [action = {}] = fixture.actions

const pay = (wx: object) => wechatMini.invoke(action as never, fakeHost({ globals: { wx } }).host, fakeSignal().signal)

describe('success, fail and complete', () => {
  it.each(['success', 'fail', 'complete'] as const)('make an answer by %s alone', async (name) => {
    expect(await pay({ requestPayment: (options: Callbacks) => options[name]('said') })).toBe('said')
  })

  it('make one answer, and the first counts', async () => {
    const requestPayment = ({ fail, complete, success }: Callbacks) => {
      fail({ errMsg: 'requestPayment:fail cancel' })
      complete({ errMsg: 'requestPayment:ok' })
      success({ errMsg: 'requestPayment:ok' })
    }
    expect(wechatMini.interpret(await pay({ requestPayment }))).toEqual({ is: 'cancelled' })
  })

  it('are handed to the function of WeCom where it is there', async () => {
    const requestPayment = ({ success }: Callbacks) => success('WeChat')
    const qy = { requestPayment: ({ success }: Callbacks) => success('WeCom') }
    expect(await pay({ requestPayment, qy })).toBe('WeCom')
    expect(await pay({ requestPayment, qy: {} })).toBe('WeChat')
  })
})

describe('the hop to a native page', () => {
  const hop = (navigateTo?: (options: Callbacks & { url: string }) => void) => {
    const fake = fakeHost({ globals: navigateTo ? { wx: { miniProgram: { navigateTo } } } : {} })
    const path = '/pages/pay/pay?order=order-1'
    const raw = wechatHop.invoke({ kind: 'wechat.hop', path } as never, fake.host, fakeSignal().signal)
    return { fake, claim: raw.then((said) => wechatHop.interpret(said)), raw }
  }

  it('goes to the server’s path, and has happened when a second has passed', async () => {
    const urls: string[] = []
    const { fake, claim } = hop(({ url }) => urls.push(url))
    await fake.advance(1_000)
    expect([await claim, urls]).toEqual([{ is: 'left' }, ['/pages/pay/pay?order=order-1']])
  })

  it('has not happened where the mini program refuses it, and holds nothing then', async () => {
    const { fake, claim } = hop(({ fail }) => fail({ errMsg: 'navigateTo:fail page not found' }))
    expect(await claim).toEqual({ is: 'failed', reason: 'navigateTo:fail page not found' })
    expect(fake.held().timers).toBe(0)
  })

  it('is not made without the script', async () => {
    const { fake, raw } = hop()
    await fake.advance(3_000)
    expect(await raw).toBe(BRIDGE_MISSING)
  })
})
