/** What can be made to go wrong, and what should be seen then. */

const wallet = (id, needs, set, name, expect) => ({ id, group: 'wallet', needs, set, name, expect })
const network = (id, name, expect) => ({ id, group: 'network', set: { network: id }, name, expect })

export const honest = {
  notification: 'normal',
  bridge: 'honest',
  query: 'normal',
  code: 'normal',
  passwordAbove: 100_000,
}

export const faults = [
  {
    id: 'turns-back',
    group: 'wallet',
    set: {},
    name: ['付款人反悔', 'Payer turns back'],
    expect: [
      '没有扣款。页面不会说失败：这笔订单还可以支付。',
      'Nothing is taken. The page does not call it failed: the order can still be paid.',
    ],
  },
  wallet(
    'notice-lost',
    'notification',
    { notification: 'lost' },
    ['通知丢失', 'Notification lost'],
    [
      '照样显示已支付：页面来问时，商家服务器自己去查钱包。',
      'Paid all the same: when the page asks, the merchant’s server looks at the wallet itself.',
    ],
  ),
  wallet(
    'notice-late',
    'notification',
    { notification: 'late' },
    ['通知迟到 5 秒', 'Notification 5 s late'],
    [
      '页面先于通知知道结果；迟到的通知不改变什么。',
      'The page knows before the notification comes, which then changes nothing.',
    ],
  ),
  wallet(
    'notice-forged',
    'notification',
    { notification: 'forged' },
    ['伪造通知', 'Forged notification'],
    [
      '陌生人的签名被拒绝，订单仍未支付，直到钱真的到账。',
      'A stranger’s signature is refused, and the order stays unpaid until money really moves.',
    ],
  ),
  wallet(
    'bridge-lies',
    'bridge',
    { bridge: 'ok-without-payment' },
    ['桥谎称成功', 'Bridge lies: ok'],
    [
      '桥说成功，但没有扣款。页面一直确认，绝不显示已支付。',
      'The bridge says ok and no money moved. The page keeps checking and never says paid.',
    ],
  ),
  wallet(
    'bridge-denies',
    'bridge',
    { bridge: 'payment-without-ok' },
    ['桥谎称失败', 'Bridge lies: fail'],
    [
      '桥说失败，钱却扣了。页面问过服务器，显示已支付，不会再扣一次。',
      'The bridge says fail and the money moved. The page asks, says paid, and nothing is taken twice.',
    ],
  ),
  wallet(
    'bridge-silent',
    'bridge',
    { bridge: 'silent' },
    ['桥没有回音', 'Silent bridge'],
    [
      '钱扣了，桥不回答。从调起那一刻起页面就在问，所以照样已支付。',
      'Money moved and the bridge never answers. The page has asked since it invoked, so it is paid.',
    ],
  ),
  wallet(
    'query-down',
    'query',
    { query: 'down' },
    ['查询 503', 'Query answers 503'],
    [
      '钱包查不到，商家服务器就等通知；没有回答不算失败。',
      'The wallet cannot be asked, so the merchant waits for the notification; no answer is no failure.',
    ],
  ),
  wallet(
    'system-error',
    'code',
    { code: 'system-error', passwordAbove: 500_000 },
    ['SYSTEMERROR（已扣款）', 'SYSTEMERROR, charged'],
    [
      '钱包说不知道，其实扣了。服务器继续查询，查到才说已支付，不重复扣款。',
      'The wallet says it does not know, and took the money. The server asks on until it does: paid once.',
    ],
  ),
  wallet(
    'system-error-unpaid',
    'code',
    { code: 'system-error-unpaid' },
    ['SYSTEMERROR（要密码）', 'SYSTEMERROR, asks'],
    [
      '钱包说不知道，同时请付款人输密码。收银台等着，直到有最后的说法。',
      'The wallet says it does not know and asks the payer. The till waits until the last word is there.',
    ],
  ),
  network(
    'offline',
    ['断网', 'Offline'],
    [
      '请求到不了服务器。还没调起钱包时，页面放心地停下；调起之后它不下结论，恢复后立即接着问。',
      'No call arrives. Before the wallet was invoked the page gives up safely; after that it concludes nothing, and asks on once the network is back.',
    ],
  ),
  network(
    'slow',
    ['很慢', 'Slow'],
    ['每个请求慢 2.5 秒。结果一样，只是晚些。', 'Each call takes 2.5 s longer. The same end, only later.'],
  ),
  network(
    'lost',
    ['丢下一个回答', 'Drop the next answer'],
    [
      '服务器做了，回答丢了。页面用同一个编号再问，不会多开一单。',
      'The server did it and the answer is lost. The page asks again with the same id: no second order.',
    ],
  ),
  network(
    'errors',
    ['服务器 500', 'HTTP 500'],
    [
      '每个请求都是 500。还没调起钱包时，页面放心地停下；调起之后它放慢再问，不说已支付，也不说失败。',
      'Every call answers 500. Before the wallet was invoked the page gives up safely; after that it asks on, slower, and says neither paid nor failed.',
    ],
  ),
]
