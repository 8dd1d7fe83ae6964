/** Each figure that has a bar, in Chinese, and what keeps it from the bar where it is missed. The README prints both. */
export interface Bar {
  readonly zh: string
  /** Read only where the bar is missed: a test asks for it there. */
  readonly limit?: readonly [en: string, zh: string]
}

const rules: NonNullable<Bar['limit']> = [
  'the corridor with its core and contract, where the rules for money are, is half of it; hands, channels and places are the rest',
  '主干连同核心与约定，也就是守钱的规则，占一半；其余是宿主、渠道与平台',
]

const nines: NonNullable<Bar['limit']> = [
  'three quarters are the corridor with its core and contract, where the rules for money are; the rest drives nine runtimes',
  '四分之三是主干连同核心与约定，也就是守钱的规则；其余驱动九种运行时',
]

const locked: NonNullable<Bar['limit']> = [
  'the payment is written down before the wallet is reached, and the lock over all tabs, taken at the press, is awaited',
  '调起钱包之前先写下这笔支付，并等到按下时去取的跨标签页的锁',
]

const answered: NonNullable<Bar['limit']> = [
  'a question goes out by ky, and its answer is checked and the payment written down before the bridge',
  '请求经 ky 发出；调桥之前校验应答，写下这笔支付',
]

const more: NonNullable<Bar['limit']> = [
  'more code to read than a bridge call: all rules are in one file for a script tag',
  '比一次桥调用多得多的代码：一个脚本文件里带着全部规则',
]

const held: NonNullable<Bar['limit']> = [
  'a look is held for 28 s, and one payer in five takes longer: he costs a second look',
  '一次查询最多挂 28 秒，五分之一的用户更慢，要多查一次',
]

const painted: NonNullable<Bar['limit']> = [
  'the encoder tries eight masks, and layout and paint of the SVG come on top',
  '编码要试八种掩码，之后还有 SVG 的布局与绘制',
]

const chance: NonNullable<Bar['limit']> = [
  'one schedule for all three kinds of payers: what helps the quick costs the slow',
  '三种用户共用一张时间表：帮了快的，就亏了慢的',
]

const crowded: NonNullable<Bar['limit']> = [
  'an order’s machine, its promise and its listeners',
  '每笔支付的状态机、Promise 和监听者',
]

export const bars: Readonly<Record<string, Bar>> = {
  'isopay, all of it with ky': { zh: 'isopay 全部，含 ky', limit: rules },
  'isopay, what loads first': { zh: 'isopay 最先加载的部分', limit: rules },
  'isopay, codes in what loads first': { zh: 'isopay 最先加载的部分里的二维码' },
  'isopay/element, codes in what loads first': { zh: 'isopay/element 最先加载的部分里的二维码' },
  'isopay/element, what a code brings': { zh: 'isopay/element 出现二维码时再加载的部分' },
  'isopay/qr': { zh: 'isopay/qr' },
  'dist/mini/index.js': { zh: 'dist/mini/index.js', limit: nines },
  'middle payers, isopay, long poll: requests': { zh: '中等用户，长轮询：请求数', limit: held },
  'middle payers, isopay, long poll: told after': { zh: '中等用户，长轮询：支付后多久得知' },
  'quick payers, isopay, blind: cost over the least': { zh: '快用户，盲轮询：成本与最优之比', limit: chance },
  'middle payers, isopay, blind: cost over the least': { zh: '中等用户，盲轮询：成本与最优之比', limit: chance },
  'slow payers, isopay, blind: cost over the least': { zh: '慢用户，盲轮询：成本与最优之比', limit: chance },
  "quick payers, isopay, blind: requests or mean delay over Adyen's, the worse": {
    zh: '快用户，盲轮询：请求数或平均延迟与 Adyen 之比，取较差者',
    limit: chance,
  },
  "middle payers, isopay, blind: requests or mean delay over Adyen's, the worse": {
    zh: '中等用户，盲轮询：请求数或平均延迟与 Adyen 之比，取较差者',
    limit: chance,
  },
  "slow payers, isopay, blind: requests or mean delay over Adyen's, the worse": {
    zh: '慢用户，盲轮询：请求数或平均延迟与 Adyen 之比，取较差者',
    limit: chance,
  },
  'isopay, prepared ahead: longer than by hand, parameters at hand': {
    zh: '点击到桥，已预先准备：比手写（参数在手）多',
    limit: locked,
  },
  'isopay, prepared ahead: requests before the bridge': { zh: '点击到桥，已预先准备：请求数' },
  'isopay, not prepared: longer than by hand, fetched in the tap': {
    zh: '点击到桥，未准备：比手写（点击时 fetch）多',
    limit: answered,
  },
  'isopay, not prepared: requests before the bridge': { zh: '点击到桥，未准备：请求数' },
  'isopay.global.js, evaluated': { zh: 'isopay.global.js 执行', limit: more },
  'isopay.global.js, evaluated, CPU 6 × slower': { zh: 'isopay.global.js 执行，CPU 慢 6 倍', limit: more },
  'a WeChat code of 36 characters: to the painted frame, CPU 6 × slower': {
    zh: '36 个字符的微信二维码：到画出的那一帧，CPU 慢 6 倍',
    limit: painted,
  },
  'a code of 180 characters: to the painted frame, CPU 6 × slower': {
    zh: '180 个字符的二维码：到画出的那一帧，CPU 慢 6 倍',
    limit: painted,
  },
  '10,000 payments: heap each': { zh: '1 万笔支付：每笔堆内存', limit: crowded },
  '10,000 payments: timers left after the end': { zh: '1 万笔支付：结束后剩下的定时器' },
}

/** What limits a figure that missed its bar. */
export const limitOf = (name: string): string | undefined => bars[name]?.limit?.[0]
