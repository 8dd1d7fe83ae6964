/** Makes elements one by one: no text is ever parsed as markup, so Trusted Types have nothing to forbid. */

const svgSpace = 'http://www.w3.org/2000/svg'

type Attributes = Readonly<Record<string, string>>

const dress = <T extends Element>(made: T, attributes: Attributes, children: readonly (Node | string)[]): T => {
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

export interface Draw {
  readonly html: <Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    attributes?: Attributes,
    ...children: readonly (Node | string)[]
  ) => HTMLElementTagNameMap[Name]
  /** A field of `side` by `side`. Hidden from readers, unless it has a title. */
  readonly picture: (side: number, title: string, ...paths: readonly Attributes[]) => SVGElement
}

/** The hands for one document. */
export const drawIn = (document: Document): Draw => {
  const svg = (name: string, attributes: Attributes, ...children: readonly (Node | string)[]): SVGElement =>
    dress(document.createElementNS(svgSpace, name) as SVGElement, attributes, children)

  return {
    html: (name, attributes = {}, ...children) => dress(document.createElement(name), attributes, children),
    picture: (side, title, ...paths) => {
      const role: Attributes = title ? { role: 'img', 'aria-label': title } : { 'aria-hidden': 'true' }
      const drawn = paths.map((attributes) => svg('path', attributes))
      return svg('svg', { viewBox: `0 0 ${side} ${side}`, ...role }, ...drawn)
    },
  }
}

/** Chromium has `replaceChildren` from 86 on only. */
export const refill = (element: Element, ...children: readonly (Node | string)[]): void => {
  while (element.firstChild) element.removeChild(element.firstChild)
  element.append(...children)
}
