/** Draws a mini program's template: `{{}}`, `wx:for` or `a:for`, `data-*`, and taps. The rest of the language is not here. */

const tags = { view: 'div', button: 'button', text: 'span' }

const lookUp = (path, data) =>
  path
    .trim()
    .split('.')
    .reduce((value, name) => value?.[name], data)

const filled = (text, data) => text.replace(/\{\{(.+?)\}\}/g, (_, path) => lookUp(path, data) ?? '')

const isTap = (name) => name === 'bind:tap' || name === 'bindtap' || name === 'ontap'

const dress = (element, { name, value }, page, data) => {
  if (isTap(name)) return element.addEventListener('click', () => page[value]({ currentTarget: element }))
  if (name === 'disabled') return element.toggleAttribute('disabled', Boolean(lookUp(value.slice(2, -2), data)))
  if (!name.includes(':')) element.setAttribute(name, filled(value, data))
}

const drawn = (node, page, data) => {
  if (node.nodeType === Node.TEXT_NODE) return [filled(node.textContent, data)]
  if (node.nodeType !== Node.ELEMENT_NODE) return []
  const list = node.getAttribute('wx:for') ?? node.getAttribute('a:for')
  if (list === null) return [one(node, page, data)]
  return lookUp(list.slice(2, -2), data).map((item, index) => one(node, page, { ...data, item, index }))
}

const one = (node, page, data) => {
  const element = document.createElement(tags[node.localName] ?? 'div')
  for (const attribute of node.attributes) dress(element, attribute, page, data)
  for (const child of node.childNodes) element.append(...drawn(child, page, data))
  return element
}

/** `template` is as the mini program wrote it; parsed as HTML it is inert. */
export const draw = (template, page) => {
  const made = document.createDocumentFragment()
  const { body } = new DOMParser().parseFromString(template, 'text/html')
  for (const child of body.childNodes) made.append(...drawn(child, page, page.data))
  return made
}
