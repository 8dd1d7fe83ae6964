/** What each error means and what to do about it, for the reference in the Chinese README. */
import type { Code } from '../../src/core/errors.ts'

export const adviceZh: Readonly<Record<Code, readonly [meaning: string, todo: string]>> = {
  config_invalid: ['createCheckout 的某个选项不对', '改正 `detail` 点名的选项'],
  secret_in_config: ['把私钥或 app secret 交给了前端', '移到服务器上，并更换密钥：它可能已经外泄'],
  unsupported: ['这个运行环境里付不了款', '在服务器上只渲染，到浏览器里再付；其他情况看 `explain()` 找了什么'],
  unsupported_here: ['这个地方没有行得通的支付方式', '记下 `explain()` 的原因；换一个钱包，或给一个到别处打开的链接'],
  bridge_missing: ['钱包的桥没有出现', '请付款人刷新，或在钱包里重新打开'],
  storage_missing: ['本地存储和返回地址都记不下支付号，所以没有离开页面', '设置 `returnUrl`，或退出无痕浏览'],
  url_refused: ['服务器给的地址，协议或域名不被允许', '是自己的域名就加进 `hosts`；否则检查服务器答了什么'],
  network: ['连不上商户的服务器', '不用做什么：会自动再问；最后请付款人查看订单'],
  contract_broken: ['服务器的回答不合约定', '对照约定检查，`detail` 点名字段；`isopay/contract` 可以校验'],
  answer_foreign: ['回答属于另一笔付款、另一个订单或另一次提问', '查缓存、代理，或同一会话里的两个订单'],
  amount_mismatch: ['服务器的金额和页面显示的不一样', '重新加载价格；绝不按旧金额付'],
  action_unknown: ['服务器答了这里没有接受的动作', '只答 `accepts` 里的种类'],
  server_refused: ['商户的服务器拒绝了这笔付款', '看 `detail` 里服务器自己的代码，然后重试'],
  order_busy: ['这个订单上一笔付款还没有结果', '等待：正在查询上一笔；`close()` 可以催一催'],
  identity_missing: ['钱包没有说是谁在付款', '重试：可能是付款人拒绝了，或授权码用过了'],
  code_invalid: ['这不是钱包出示的付款码', '重新扫：`detail` 说明哪里不对'],
  code_used: ['这个付款码已经发送过，只能用一次', '请付款人出示新的码'],
  unconfirmed: ['期限到了，服务器还没说钱怎么样了', '显示“暂时未知”，以后 `resume` 会再问；不要另建订单'],
  wallet_failed: ['钱包说失败，服务器还没说钱怎么样了', '把钱包的回答交给 `diagnose`；以后 `resume` 会再问'],
  stopped: ['服务器给出结果之前就不再关注了', '不用做什么：`resume` 会接上'],
  cancelled: ['付款人返回了，服务器说未付', '请付款人再付：沿用同一个支付号'],
  closed: ['服务器关闭了这笔付款', '请付款人再付，或另建订单'],
  failed: ['服务器说这笔付款失败了', '请付款人再付，也可以换一个钱包'],
  refunded: ['订单付过，钱已退回', '不用做什么：告诉付款人钱退回去了'],
}
