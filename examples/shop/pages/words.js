/** What is said in Chinese and in English by the shop itself: the panel has its own words. */

const { lang } = document.documentElement

/** @param {readonly [zh: string, en: string]} words */
export const say = ([zh, en]) => (lang === 'zh' ? zh : en)

/** @param {{ value: number, currency: string }} amount */
export const money = ({ value, currency }) => {
  const format = new Intl.NumberFormat(lang, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  return format.format(value / 10 ** format.resolvedOptions().maximumFractionDigits)
}
