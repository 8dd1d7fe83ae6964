/** Signs of our own, on a field of 24 by 24. The wallets are named in words; none of their artwork is used. */

export type Icon = 'wallet' | 'alert' | 'spin' | 'phone' | 'scan' | 'clock' | 'tick' | 'back' | 'minus' | 'cross'

/** Drawn with a line. */
export const icons: Readonly<Record<Icon, string>> = {
  wallet: 'M4 8a2 2 0 0 1 2-2h11v3M4 8v9a2 2 0 0 0 2 2h14V9H5M16 14h.01',
  alert: 'M12 7v6M12 16.5v.01M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18z',
  spin: 'M12 4a8 8 0 1 1-8 8',
  phone:
    'M8.5 3h7A1.5 1.5 0 0 1 17 4.5v15a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 19.5v-15A1.5 1.5 0 0 1 8.5 3zM11 17.5h2',
  scan: 'M4 8V5a1 1 0 0 1 1-1h3M16 4h3a1 1 0 0 1 1 1v3M20 16v3a1 1 0 0 1-1 1h-3M8 20H5a1 1 0 0 1-1-1v-3M4 12h16',
  clock: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7.5V12l3 2',
  tick: 'M5 12.5l4.5 4.5L19 7.5',
  back: 'M9 7l-4.5 4.5L9 16M5 11.5h9a5 5 0 0 1 5 5v1',
  minus: 'M6 12h12',
  cross: 'M7 7l10 10M17 7L7 17',
}

/** A wallet's sign: a tile in its colour with a figure of ours, drawn with a white line. */
export interface Mark {
  readonly ground: string
  readonly figure: string
}

const marks: ReadonlyMap<string, Mark> = new Map([
  ['wechat', { ground: '#078a43', figure: 'M6 7.5h12v8h-7l-3 2.5v-2.5H6zM9.5 11.5h.01M14.5 11.5h.01' }],
  ['alipay', { ground: '#1267dd', figure: 'M8 6.5l4 5 4-5M12 11.5V18M8.5 12h7M8.5 15h7' }],
])

const anyWallet: Mark = { ground: '#5b6470', figure: 'M6 9a1.5 1.5 0 0 1 1.5-1.5H16V9M6 9v7.5h12V9zM14.5 13h.01' }

export const markOf = (wallet: string): Mark => marks.get(wallet) ?? anyWallet
