/** What to open, and how each way of paying is played. */
import type { Town } from './town.ts'

const scenarios = (town: Town): [name: string, how: string[]][] => {
  const { shop, places } = town
  return [
    ['native-qr', [`Open ${shop.origin}/ as on a PC, buy, choose a wallet.`, 'Scan the code with a phone, below.']],
    [
      'official-account',
      [
        `WeChat    ${places.wechat}/`,
        `Alipay    ${places.alipay}/`,
        'The page runs inside the wallet and pays by its bridge.',
      ],
    ],
    ['fixed-qr', [`Scan the printed code on ${shop.origin}/fixed and type an amount.`]],
    [
      'jsapi',
      [
        `Shelf     scan the label on ${shop.origin}/shelf`,
        'PC        on the PC’s checkout page, choose “Open this page on your phone instead”, and scan',
        `Desktop   ${places['wechat-desktop']}/ is WeChat on a PC`,
      ],
    ],
    ['h5', [`Open ${places.phone}/ as in a phone’s browser.`]],
    [
      'payment-code',
      [
        `Till      ${town.till.origin}/ or, in a terminal, MERCHANT=${town.merchant.origin} npm run till`,
        `Codes     ${town.wallets.origin}/wechat/code and ${town.wallets.origin}/alipay/code (above ¥1000 a password is asked)`,
        'Without a scanner, paste the code into the terminal till and press Enter.',
      ],
    ],
    [
      'mini-program',
      [
        'Here      the lab plays it, and the tour does, with the hop of a page in its web-view',
        'Phone     open examples/miniprogram/wechat in WeChat’s developer tools, …/alipay in Alipay’s: npm install,',
        '          build npm, and in shop.ts the https address of a shop of your own',
      ],
    ],
    [
      'app',
      [
        'Here      the lab plays it, and the tour does: examples/play/app.ts is the app’s own side',
        'Phone     hand createCheckout a `bridge` to the wallets’ SDKs, or speak its messages',
      ],
    ],
  ]
}

const indent = (line: string) => `    ${line}`

export const guide = (town: Town, lab: string): string => {
  const { shop, wallets } = town
  return [
    `The lab shows it all: ${lab}/   (add ?lang=zh or ?lang=en)`,
    '',
    `The shop is open: ${shop.origin}/`,
    '',
    ...scenarios(town).flatMap(([name, how]) => [`  ${name}`, ...how.map(indent)]),
    '',
    '  Phones, for scanning (choose, paste or drop a screenshot of the code)',
    indent(`WeChat    ${wallets.origin}/wechat/`),
    indent(`Alipay    ${wallets.origin}/alipay/`),
    '  What can be made to go wrong',
    indent(`Faults    ${wallets.origin}/faults/`),
    '',
    'Ctrl-C closes the shop. `npm start -- --reset` empties its data first, `npm start -- --tour` plays everything by itself.',
  ].join('\n')
}
