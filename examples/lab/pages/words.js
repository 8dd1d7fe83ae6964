/** The lab's language: the one asked for by `?lang=`, or the browser's. */

const asked = new URLSearchParams(location.search).get('lang')
const chosen = asked ?? localStorage.getItem('isopay-lab-lang') ?? navigator.language
if (asked) localStorage.setItem('isopay-lab-lang', asked)

export const language = chosen.startsWith('zh') ? 'zh' : 'en'

/** @param {readonly [zh: string, en: string]} words */
export const say = ([zh, en]) => (language === 'zh' ? zh : en)

/** Elements carry both languages in `data-zh` and `data-en`. */
export const translate = (root) => {
  for (const element of root.querySelectorAll(`[data-${language}]`)) element.textContent = element.dataset[language]
  for (const element of root.querySelectorAll(`[data-label-${language}]`))
    element.setAttribute('aria-label', element.getAttribute(`data-label-${language}`))
}

export const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}
