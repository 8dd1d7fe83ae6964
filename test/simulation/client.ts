/** The client under test: isopay itself, or a variant of it that is wrong on purpose. */
import { alipayBridge } from '../../src/channels/alipay-bridge.ts'
import { authorize } from '../../src/channels/authorize.ts'
import { form } from '../../src/channels/form.ts'
import { qr } from '../../src/channels/qr.ts'
import { redirect } from '../../src/channels/redirect.ts'
import { wechatBridge } from '../../src/channels/wechat-bridge.ts'
import { createCheckoutIn } from '../../src/checkout/create.ts'
import type { Channel, Host } from '../../src/core/ports.ts'

export interface Client {
  readonly createCheckoutIn: typeof createCheckoutIn
  readonly channels: readonly Channel[]
  readonly changeHost?: (host: Host) => Host
}

export const isopay: Client = {
  createCheckoutIn,
  channels: [wechatBridge, alipayBridge, redirect, form, qr, authorize],
}
