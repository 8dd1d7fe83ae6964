/** What the tests need of a browser, whatever protocol its engine speaks. */

export interface Tab {
  readonly goto: (url: string) => Promise<void>
  /** What `expression` comes to in the page, as JSON can carry it. Promises are waited for. */
  readonly evaluate: (expression: string) => Promise<unknown>
  /** A press that the page takes for a finger's: at a point of the view, in CSS pixels. */
  readonly press: (x: number, y: number) => Promise<void>
  readonly close: () => Promise<void>
}

export interface Engine {
  /** As it says itself, with its version. */
  readonly name: string
  readonly openTab: () => Promise<Tab>
  readonly stop: () => Promise<void>
}

/** `expression`, waited for, as the text of its JSON: engines do not agree on how to carry anything else. */
export const inText = (expression: string): string =>
  `Promise.resolve((() => (${expression}))()).then((value) => JSON.stringify(value === undefined ? null : value))`
