/** The eight ways of paying: where each begins, and what the payer does. */

const shop = (place, path = '/') => ({ place, path })
const home = (wallet) => ({ place: 'wallets', path: `/${wallet}/` })

const buy = (device) => ({ device, tap: '#buy button', says: ['选好商品，购买', 'Choose a product and buy'] })
const choose = (device, wallet) => ({ device, tap: `[part~="${wallet}"]`, says: ['选择钱包', 'Choose the wallet'] })
const scan = { carry: 'picture', says: ['手机扫屏幕上的码', 'Scan the code with the phone'] }
const sheet = {
  device: 'phone',
  tap: '#wallet-sheet #pay',
  turnsBack: '#wallet-sheet #cancel',
  says: ['在钱包里确认', 'Confirm in the wallet'],
}
const confirm = {
  device: 'phone',
  tap: '#confirm #pay',
  turnsBack: '#confirm #cancel',
  says: ['在钱包里确认', 'Confirm in the wallet'],
}
const password = {
  device: 'phone',
  enter: '#password',
  text: '123456',
  unless: ['turns-back', 'system-error'],
  says: ['输入支付密码', 'Type the password'],
}

/**
 * `lanes` are who speaks, `needs` what the faults of the wallets are tied to, `end` where the result is read. A step falls
 * away where a switch of `unless` is on.
 */
export const scenarios = [
  {
    id: 'native-qr',
    name: ['扫码支付', 'QR on a screen'],
    short: ['电脑显示，手机扫', 'A PC shows, a phone scans'],
    about: [
      '电脑网页显示二维码，付款人用手机钱包扫码确认。网页一直向商家服务器询问，只有它的回答才算已支付。',
      'A PC page shows a code; the payer scans it and confirms on the phone. The page keeps asking the merchant’s server, and only its answer makes it paid.',
    ],
    lanes: ['pc', 'merchant', 'wallet', 'phone'],
    needs: ['notification', 'query'],
    end: 'pc',
    pc: () => shop('desktop'),
    phone: home,
    steps: (wallet) => [buy('pc'), choose('pc', wallet), scan, confirm],
  },
  {
    id: 'official-account',
    name: ['公众号／生活号', 'Official account'],
    short: ['在钱包里打开的网页', 'A page inside the wallet'],
    about: [
      '网页在微信或支付宝里打开，通过钱包的桥付款。付款人是谁由钱包登录告知，价格由商家服务器签名。',
      'The page is open inside WeChat or Alipay and pays by the wallet’s bridge. The wallet’s login says who pays, the merchant’s server signs the order.',
    ],
    lanes: ['phone', 'merchant', 'wallet'],
    needs: ['bridge', 'notification', 'query'],
    end: 'phone',
    phone: (wallet) => shop(wallet),
    steps: (wallet) => [buy('phone'), choose('phone', wallet), sheet],
  },
  {
    id: 'jsapi',
    name: ['线下扫码进店', 'Shelf label'],
    short: ['扫标签进店购买', 'A label opens the shop'],
    about: [
      '货架标签上是商品页的网址，手机扫码后在钱包里打开商品页。购买和付款都在钱包的浏览器里完成。',
      'A label on the shelf holds the address of a product; a scan opens it inside the wallet. Buying and paying happen in the wallet’s own browser.',
    ],
    lanes: ['phone', 'merchant', 'wallet'],
    needs: ['bridge', 'notification', 'query'],
    end: 'phone',
    pc: () => shop('desktop', '/shelf'),
    phone: home,
    steps: (wallet) => [scan, buy('phone'), choose('phone', wallet), sheet],
  },
  {
    id: 'fixed-qr',
    name: ['固定收款码', 'Printed code'],
    short: ['一张码，自己输金额', 'One code, any amount'],
    about: [
      '柜台上贴的码对谁都一样，微信和支付宝通用。付款人自己输入金额，由商家服务器生成订单。',
      'One printed code serves every payer and both wallets. The payer types the amount, and the merchant’s server makes an order of it.',
    ],
    lanes: ['phone', 'merchant', 'wallet'],
    needs: ['bridge', 'notification', 'query'],
    end: 'phone',
    pc: () => shop('desktop', '/fixed'),
    phone: home,
    steps: (wallet) => [
      scan,
      { device: 'phone', enter: '#value', text: '12.50', says: ['输入金额', 'Type the amount'] },
      choose('phone', wallet),
      sheet,
    ],
  },
  {
    id: 'h5',
    name: ['手机浏览器', 'Phone browser'],
    short: ['跳到收银台再回来', 'To the cashier and back'],
    about: [
      '手机浏览器里的网页跳到钱包的收银台，付完再回来。回来这件事什么也不说明，所以返回页会先问商家服务器。',
      'A page in the phone’s browser leaves for the wallet’s cashier and comes back. Coming back proves nothing, so the return page asks the server first.',
    ],
    lanes: ['phone', 'merchant', 'wallet'],
    needs: ['notification', 'query'],
    end: 'phone',
    phone: () => shop('phone'),
    steps: (wallet) => [buy('phone'), choose('phone', wallet), confirm],
  },
  {
    id: 'payment-code',
    name: ['付款码', 'Payment code'],
    short: ['收银员扫付款人', 'The cashier scans the payer'],
    about: [
      '收银员扫付款人手机上的码，服务器立即扣款；金额大时手机要求输密码。没有结果的单会留在收银台上继续查。',
      'The cashier scans a code on the payer’s phone and the server charges it; a large sum asks for the password. What is unresolved stays on the till and is asked about.',
    ],
    lanes: ['pc', 'merchant', 'wallet', 'phone'],
    needs: ['code', 'query'],
    end: 'pc',
    pc: () => shop('till'),
    phone: home,
    steps: () => [
      { device: 'pc', enter: '#value', text: '1288.00', says: ['收银员输入金额', 'The cashier types the amount'] },
      { device: 'pc', tap: '#charge', says: ['收款', 'Charge'] },
      { device: 'phone', tap: 'a[href="code"]', says: ['付款人打开付款码', 'The payer opens the payment code'] },
      { carry: 'digits', says: ['扫付款码', 'Scan it at the till'] },
      password,
      { ...confirm, unless: ['system-error'] },
    ],
  },
  {
    id: 'mini-program',
    name: ['小程序', 'Mini program'],
    short: ['真实的示例小程序', 'The example, as it is'],
    about: [
      '这里运行的正是 examples/miniprogram 里的小程序和 dist/mini。登录码随下单一起发出，一次往返就能付款。',
      'The very mini program of examples/miniprogram runs here, on dist/mini. The login code travels with the order, so that one round trip is enough to pay.',
    ],
    lanes: ['phone', 'merchant', 'wallet'],
    needs: ['bridge', 'notification', 'query'],
    end: 'phone',
    phone: (wallet) => ({ place: 'mini', path: `/mini?program=${wallet}` }),
    steps: () => [
      { device: 'phone', tap: '.product button', says: ['购买', 'Buy'] },
      { device: 'phone', tap: '.pay button', says: ['支付', 'Pay'] },
      sheet,
    ],
  },
  {
    id: 'app',
    name: ['自家 App', 'Your own app'],
    short: ['网页视图加原生 SDK', 'A web-view and native SDKs'],
    about: [
      '商家自己的 App 用网页视图打开商店，由原生代码调起钱包的 SDK。原生一侧只传话，不决定结果。',
      'The shop’s own app shows its pages in a web-view, and native code calls the wallet’s SDK. The native side only passes words on; it decides nothing.',
    ],
    lanes: ['phone', 'merchant', 'wallet'],
    needs: ['bridge', 'notification', 'query'],
    end: 'phone',
    phone: () => shop('app'),
    steps: (wallet) => [buy('phone'), choose('phone', wallet), sheet],
  },
]
