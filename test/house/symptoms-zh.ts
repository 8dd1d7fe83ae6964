/** What `diagnose` says in English, for the Chinese page: by its cause. */
export const symptomsZh: Readonly<Record<string, readonly [cause: string, check: string]>> = {
  'Alipay refused the trade': [
    '支付宝拒绝了这笔交易',
    '交易仍未关闭，并且属于当前付款人；orderStr 用的是这个应用的密钥签名',
  ],
  'The page or mini program may not call tradePay': [
    '这个页面或小程序没有调用 tradePay 的权限',
    '应用已签约相应的支付产品；页面域名在应用自己的域名之内',
  ],
  'Alipay does not know yet whether it was paid': ['支付宝也还不知道付没付成', '去服务端查单：绝不能当成失败'],
  'The wallet lost its network': ['钱包断网了', '再试之前先去服务端查单：可能已经付成了'],
  'The same trade was asked for twice within a short time': [
    '短时间内重复调起同一笔交易',
    '是否还有别处也在调用 tradePay',
  ],
  'The server handed on an order that WeChat never opened': [
    '服务端下发了一个微信并没有生成的订单',
    '服务端统一下单的应答：里面是错误，而不是 prepay_id',
  ],
  'The signature does not match the fields': [
    '签名与字段不符',
    '待签名串依次是 appId、timeStamp、nonceStr、package，每个一行，密钥与 signType 对应',
  ],
  'This mini program may not call requestPayment': [
    '这个小程序没有调用 requestPayment 的权限',
    '小程序已在商户平台与商户号绑定，支付能力没有在小程序后台被封禁',
  ],
  'WeChat’s OpenSDK refused the order': [
    '微信 OpenSDK 拒绝了订单',
    '包名和应用签名（或 Bundle ID）与这个 appid 登记的一致；sign 签的就是这些参数',
  ],
  'The app brings no bridge to this wallet along': [
    'App 没有提供通往这个钱包的桥',
    'createCheckout 的 `bridge` 选项，或者壳里这个钱包的插件',
  ],
  'The mini program has no such page, or ten pages are open already': [
    '小程序里没有这个页面，或者页面栈已满十层',
    '服务端给的路径（以斜杠开头）在小程序的 app.json 里',
  ],
  'wx.miniProgram is not in the page': [
    '页面里没有 wx.miniProgram',
    '支付之前先加载 https://res.wx.qq.com/open/js/jweixin-1.6.0.js',
  ],
  'The payer turned back. WeChat answers the same for a bad signature or an unregistered pay directory': [
    '用户取消了。签名错误、支付目录没有登记时，微信也回答 cancel',
    '如果没有人碰过手机：检查待签名串，以及商户平台里的支付目录',
  ],
  'The page is not under a pay directory of this merchant': [
    '页面不在商户的支付授权目录之下',
    '商户平台里的支付授权目录（结尾的斜杠也要写）。iOS 上的单页应用以首次进入的 URL 为准：请用整页跳转进入支付页',
  ],
  'appId is not the one that opened the order, or a field has the wrong letter case or type': [
    'appId 不是下单时的那个，或者字段的大小写、类型不对',
    'appId 属于该 openid 对应的公众号，并与商户号绑定；字段名是 timeStamp、nonceStr、paySign，注意大小写；timeStamp 是以秒计的字符串',
  ],
  'This client has no JSAPI payment: WeCom, HarmonyOS, developer tools or an old WeChat': [
    '这个客户端不支持 JSAPI 支付：企业微信、鸿蒙、开发者工具或旧版微信',
    '在 iPhone 或安卓手机的微信里打开同一个页面；别处请提供二维码',
  ],
  'The page called WeChat again and again': ['页面反复调用微信接口', '是否有代码在循环里触发支付；过几秒再试'],
  'WeixinJSBridge did not come within 3 s': [
    'WeixinJSBridge 在 3 秒内没有出现',
    '页面直接在微信里打开，而不是在 iframe 里；刷新一次',
  ],
  'An OAuth code was sent to WeChat a second time: it works once, within 5 minutes': [
    '网页授权的 code 向微信提交了第二次：它只能用一次，5 分钟内有效',
    '服务端重试时沿用已换到的 openid；页面上没有别的代码从 URL 里取走 `code`',
  ],
  'The code was scanned by a second WeChat account, or the order was opened anew meanwhile': [
    '二维码被第二个微信号扫了，或者其间重新下过单',
    '一个码只给一个人付；renew() 之后屏幕上只有新的码',
  ],
  'WeChat does not pay from a code that was long-pressed or taken from the album': [
    '微信不支持长按识别或从相册选取的支付码',
    '二维码要显示在另一块屏幕上；在付款人自己的手机上请用 JSAPI 或 H5 支付',
  ],
  'my is not in the page': ['页面里没有 my', '支付之前先加载 https://appx/web-view.min.js'],
  'AlipayJSBridge did not come within 3 s': [
    'AlipayJSBridge 在 3 秒内没有出现',
    '页面直接在支付宝里打开，而不是在 iframe 里；刷新一次',
  ],
  'Alipay could not verify the fields': ['支付宝验签失败', '字段原样提交：字符集相同，没有增加字段，也没有重复转义'],
  'WeChat’s H5 cashier was reached without a Referer': [
    '进入微信 H5 收银台时没有带 Referer',
    '没有用 noreferrer，也没有会清空 Referer 的 Referrer-Policy；App 的 web-view 要自己带上 Referer',
  ],
  'The page that left is not on the H5 domain of the merchant': [
    '发起跳转的页面不在商户的 H5 支付域名下',
    '核对商户平台里的 H5 支付域名与页面的域名',
  ],
  'The link is older than 5 minutes, or was opened before': [
    '链接超过 5 分钟，或者已经打开过',
    '页面每次都重新 prepare，而不是留着旧链接',
  ],
  'An H5 link was opened inside WeChat': [
    '在微信里打开了 H5 支付链接',
    '服务端是否在 `accepts` 里只有 `wechat.bridge` 时回答了 `redirect`',
  ],
  'The payer’s IP address is not the one the order was opened with': [
    '付款人的 IP 与下单时的不一致',
    '服务端的 payer_client_ip：经过代理时必须是付款人的 IP；IPv4 与 IPv6 也可能不同',
  ],
  'The server named a URL whose scheme or host is not allowed': [
    '服务端给的地址，协议或域名不被允许',
    '只允许 https；自己的域名要写进 `hosts` 选项',
  ],
  'upsdk is not in the page': ['页面里没有 upsdk', '支付之前先加载 https://open.95516.com/s/open/js/upsdk.js'],
  'The payment code was used before, or is older than the minute for which the wallet shows it': [
    '付款码用过了，或者超过了钱包显示它的一分钟',
    '请付款人刷新出新的付款码；收银台没有把同一个码提交两次',
  ],
  'The payer is asked for a password: above a limit, or on a phone that the wallet does not know well': [
    '钱包在要求付款人输入密码：金额超过免密额度，或者手机不是常用设备',
    '服务端继续查单，到期撤销',
  ],
}
