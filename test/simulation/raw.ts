/** What each wallet's object says, in its own letters. */

export type Words = Readonly<Record<string, unknown>>

const wechat: Words = {
  ok: { err_msg: 'get_brand_wcpay_request:ok' },
  cancel: { err_msg: 'get_brand_wcpay_request:cancel' },
  fail: { err_msg: 'get_brand_wcpay_request:fail' },
  unknown: { err_msg: 'get_brand_wcpay_request:what' },
  garbage: 'ok',
}

const alipay: Words = {
  ok: { resultCode: '9000' },
  cancel: { resultCode: 6001 },
  fail: { resultCode: '4000' },
  unknown: { resultCode: '8000' },
  garbage: null,
}

const wechatMini: Words = {
  ok: { errMsg: 'requestPayment:ok' },
  cancel: { errMsg: 'requestPayment:fail cancel' },
  fail: { errMsg: 'requestPayment:fail (detail)' },
  unknown: { errMsg: 'requestPayment' },
  garbage: undefined,
}

const douyinMini: Words = {
  ok: { code: 0 },
  cancel: { code: 4 },
  fail: { code: '2' },
  unknown: { code: 9 },
  garbage: { code: { is: 0 } },
}

const alipayApp: Words = {
  ok: { resultStatus: '9000' },
  cancel: { resultStatus: '6001' },
  fail: { resultStatus: 4000 },
  unknown: { resultStatus: '8000', result: 'success' },
  garbage: 'paid',
}

const wechatApp: Words = {
  ok: { errCode: 0 },
  cancel: { errCode: -2 },
  fail: { errCode: '-1' },
  unknown: { errCode: 7 },
  garbage: true,
}

const shell: Words = {
  ok: { status: 'ok' },
  cancel: { status: 'cancelled' },
  fail: { status: 'failed' },
  unknown: { status: 'done' },
  garbage: {},
}

export const raw = { wechat, alipay, wechatMini, douyinMini, alipayApp, wechatApp, shell } as const
