/** The lab's language: the one asked for by `?lang=`, or the browser's. */

const asked = new URLSearchParams(location.search).get('lang')
const chosen = asked ?? localStorage.getItem('isopay-lab-lang') ?? navigator.language
if (asked) localStorage.setItem('isopay-lab-lang', asked)

export const language = chosen.startsWith('zh') ? 'zh' : 'en'

/** @param {readonly [zh: string, en: string]} words */
export const say = ([zh, en]) => (language === 'zh' ? zh : en)

export const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}
