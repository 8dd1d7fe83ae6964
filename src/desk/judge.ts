/** Which wallet's payment code this is, by its first digits and its length. */

/**
 * Whose payment code it is, or why it is none: English, and nothing of the code is in it.
 *
 * `face`: Alipay's code of a payer who paid by face at a terminal of the shop's.
 */
export type Verdict =
  | { readonly wallet: 'wechat' | 'alipay' | 'unionpay'; readonly face: boolean }
  | { readonly wallet: null; readonly why: string }

interface Rule {
  readonly wallet: 'wechat' | 'alipay' | 'unionpay'
  readonly name: string
  readonly begins: RegExp
  readonly lengths: readonly [least: number, most: number]
}

/**
 * WeChat `^1[0-5]\d{16}$`, Alipay `^(2[5-9]|30)\d{14,22}$`, UnionPay `^62\d{17}$`: the same figures in the guides of six
 * payment companies and in public code (jeepay), read 2026-11. Each code works once.
 */
const rules: readonly Rule[] = [
  { wallet: 'wechat', name: 'WeChat', begins: /^1[0-5]/, lengths: [18, 18] },
  { wallet: 'alipay', name: 'Alipay', begins: /^(?:2[5-9]|30)/, lengths: [16, 24] },
  { wallet: 'unionpay', name: 'UnionPay', begins: /^62/, lengths: [19, 19] },
]

/** Alipay's face codes begin with `fp`; public code, read 2026-11. Their length is published nowhere that we saw. */
const faceCode = /^fp[0-9A-Za-z]{8,126}$/

const wrong = (why: string): Verdict => ({ wallet: null, why })

const spanOf = ([least, most]: Rule['lengths']): string => (least === most ? String(least) : `${least} to ${most}`)

const judgeDigits = (code: string): Verdict => {
  const rule = rules.find(({ begins }) => begins.test(code))
  if (!rule) return wrong('it begins as no wallet’s code does')
  const [least, most] = rule.lengths
  if (code.length >= least && code.length <= most) return { wallet: rule.wallet, face: false }
  return wrong(`a code of ${rule.name} has ${spanOf(rule.lengths)} digits, this has ${code.length}`)
}

/**
 * Whose payment code this is, by its first digits and its length: WeChat 18 digits from 10 to 15, Alipay 16 to 24 from
 * 25 to 30, UnionPay 19 from 62. Guides of six payment companies and public code, read 2026-11.
 *
 * Pure and total. A code of the wrong length or with a wrong letter is no code: nothing must be sent for it.
 */
export const judge = (code: string): Verdict => {
  if (faceCode.test(code)) return { wallet: 'alipay', face: true }
  if (code === '') return wrong('it is empty')
  const at = code.search(/[^0-9]/)
  if (code.startsWith('fp')) return wrong('a face code has 8 or more letters and digits after fp')
  return at < 0 ? judgeDigits(code) : wrong(`character ${at + 1} of ${code.length} is not a digit`)
}
