/** What each error means and what to do about it, for the reference in the Chinese README. */
import type { Code } from '../../src/core/errors.ts'

export const adviceZh: Readonly<Record<Code, readonly [meaning: string, todo: string]>> = {
  config_invalid: ['createCheckout 的某个选项不对', '改正 `detail` 点名的选项'],
  secret_in_config: ['把私钥或 app secret 交给了前端', '移到服务器上，并更换密钥：它可能已经外泄'],
  unsupported: ['当前运行环境里付不了款', '在服务器上只渲染，到浏览器里再付；其他情况看 `explain()` 找了什么'],
  unsupported_here: ['当前环境没有可用的支付方式', '记下 `explain()` 的原因；换一个钱包，或给一个到别处打开的链接'],
  bridge_missing: ['钱包的 JSBridge 没有出现', '请用户刷新，或在钱包里重新打开'],
  storage_missing: ['本地存储和返回地址都记不下支付号，所以没有离开页面', '设置 `returnUrl`，或退出无痕浏览'],
  url_refused: ['服务器给的地址，协议或域名不被允许', '是自己的域名就加进 `hosts`；否则检查服务器给了什么地址'],
  network: ['连不上商户的服务器', '不用做什么：会自动再查；最后请用户查看订单'],
  contract_broken: ['服务器的应答不合约定', '对照约定检查，`detail` 点名字段；`isopay/contract` 可以校验'],
  answer_foreign: ['应答属于另一笔支付、另一个订单或另一次请求', '查缓存、代理，或同一会话里的两个订单'],
  amount_mismatch: ['服务器的金额和页面显示的不一样', '重新加载价格；绝不按旧金额付'],
  action_unknown: ['服务器给了当前环境不接受的动作', '只答 `accepts` 里的种类'],
  server_refused: ['商户的服务器拒绝了这笔支付', '看 `detail` 里服务器自己的代码，然后重试'],
  order_busy: ['这个订单上一笔支付还没有结果', '等待：正在查询上一笔；`close()` 可以催一催'],
  identity_missing: ['钱包没有说是谁在付款', '重试：可能是用户拒绝了，或授权码用过了'],
  code_invalid: ['这不是钱包出示的付款码', '重新扫：`detail` 说明哪里不对'],
  code_used: ['这个付款码已经发送过，只能用一次', '请用户出示新的码'],
  unconfirmed: ['期限到了，服务器还没有给出支付结果', '显示“暂时未知”，以后 `resume` 会再查；不要另建订单'],
  wallet_failed: ['钱包报告失败，服务器还没有给出支付结果', '把钱包的回答交给 `diagnose`；以后 `resume` 会再查'],
  stopped: ['服务器给出最终结果之前就停止了关注', '不用做什么：`resume` 会接上'],
  cancelled: ['用户取消了，服务器确认未付', '请用户再付：沿用同一个支付号'],
  closed: ['服务器关闭了这笔支付', '请用户再付，或另建订单'],
  failed: ['服务器说这笔支付失败了', '请用户再付，也可以换一个钱包'],
  refunded: ['订单付过，已经退款', '不用做什么：告诉用户已经退款'],
}
