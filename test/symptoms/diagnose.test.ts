import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PayError } from '../../src/core/errors.ts'
import { diagnose } from '../../src/symptoms/diagnose.ts'
import { symptoms } from '../../src/symptoms/everywhere.ts'
import { hostile } from '../../src/testing/hostile.ts'
import { anyAnswer } from '../channels/hostile.ts'

const causes = (raw: unknown) => diagnose(symptoms, raw).map(({ kind, cause }) => `${kind}: ${cause}`)

it.each([
  [{ err_msg: 'get_brand_wcpay_request:cancel' }, 'wechat.bridge', /bad signature/],
  [{ err_msg: 'get_brand_wcpay_request:fail_no permission to execute' }, 'wechat.bridge', /pay directory/],
  [{ err_msg: 'access_control:not_allow' }, 'wechat.bridge', /pay directory/],
  [{ errMsg: 'chooseWXPay:fail, the permission value is offline verifying' }, 'wechat.bridge', /pay directory/],
  [{ err_desc: '当前页面的URL未注册', err_msg: 'x:fail' }, 'wechat.bridge', /pay directory/],
  [{ err_msg: 'get_brand_wcpay_request:fail_invalid appid' }, 'wechat.bridge', /appId is not the one/],
  [{ err_desc: '调用支付JSAPI缺少参数：timeStamp' }, 'wechat.bridge', /letter case/],
  [{ err_desc: 'prepay_id=undefined' }, 'wechat.bridge', /never opened/],
  [{ err_desc: '支付验证签名失败' }, 'wechat.bridge', /signature/],
  [{ err_msg: 'get_brand_wcpay_request:fail_nosupport' }, 'wechat.bridge', /WeCom, HarmonyOS/],
  [{ errMsg: 'getBrandWCPayRequest:fail,没有此SDK或暂不支持此SDK模拟' }, 'wechat.bridge', /developer tools/],
  [{ err_msg: 'system:too_frequent' }, 'wechat.bridge', /again and again/],
  [{ resultCode: '4000' }, 'alipay.bridge', /refused the trade/],
  [{ resultCode: 4 }, 'alipay.bridge', /may not call/],
  [{ resultStatus: '8000' }, 'alipay.bridge', /does not know yet/],
  [{ resultCode: '6004' }, 'alipay.bridge', /does not know yet/],
  [{ resultCode: '6002' }, 'alipay.bridge', /lost its network/],
  [{ resultCode: '5000' }, 'alipay.bridge', /same trade/],
  ['商家参数格式有误，请联系商家解决', 'redirect', /Referer/],
  ['商家存在未配置的参数，请联系商家解决', 'redirect', /H5 domain/],
  ['支付请求已失效，请重新发起支付', 'redirect', /older than 5 minutes/],
  ['请在微信外打开订单，进行支付', 'redirect', /inside WeChat/],
  ['网络环境未能通过安全验证，请稍后再试', 'redirect', /IP address/],
  ['商家订单信息有误，请重新下单支付', 'qr', /second WeChat account/],
  ['不支持长按识别二维码支付', 'qr', /long-pressed/],
  ['验签出错，建议检查签名', 'form', /verify the fields/],
  [{ errcode: 40163, errmsg: 'code been used' }, 'authorize', /second time/],
  ['{"errMsg":"getBrandWCPayRequest:fail_nosupport"}', 'wechat.bridge', /WeCom, HarmonyOS/],
])('takes %j for a symptom of %s', (raw, kind, cause) => {
  const found = diagnose(symptoms, raw).filter((each) => each.kind === kind)
  expect(found.map((each) => each.cause)).toContainEqual(expect.stringMatching(cause))
  for (const { check } of found) expect(check).not.toBe('')
})

it('reads isopay’s own errors, too', () => {
  expect(causes(new PayError('bridge_missing'))).toEqual(
    expect.arrayContaining([
      'wechat.bridge: WeixinJSBridge did not come within 3 s',
      'alipay.bridge: AlipayJSBridge did not come within 3 s',
    ]),
  )
  expect(causes(new PayError('url_refused', 'evil.example'))).toEqual([
    'redirect: The server named a URL whose scheme or host is not allowed',
  ])
})

it('reads what a bridge threw', () => {
  expect(causes({ thrown: new Error('fail_nosupport') })).toContainEqual(expect.stringMatching(/WeCom, HarmonyOS/))
})

it('finds nothing where all went well', () => {
  expect(causes({ err_msg: 'get_brand_wcpay_request:ok' })).toEqual([])
  expect(causes({ resultCode: '9000' })).toEqual([])
})

it('takes no file name of a stack for a symptom', () => {
  expect(causes(Object.assign(new Error('x'), { stack: 'at pay (nosupport.js:1)' }))).toEqual([])
})

it('reads no more than it must', () => {
  expect(causes({ first: 'x'.repeat(10_000), second: 'nosupport' })).toEqual([])
})

it('bears an answer that holds itself', () => {
  const raw: Record<string, unknown> = { err_msg: 'x:fail_nosupport' }
  raw.self = raw
  expect(causes(raw)).toContainEqual(expect.stringMatching(/WeCom, HarmonyOS/))
})

it.each(hostile)('bears %s', (_name, raw) => {
  expect(diagnose(symptoms, raw)).toEqual(expect.any(Array))
})

it('bears anything', () => {
  fc.assert(
    fc.property(anyAnswer, (raw) => {
      expect(diagnose(symptoms, raw)).toEqual(expect.any(Array))
    }),
    { numRuns: 300 },
  )
})
