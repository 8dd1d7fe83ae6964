/** Pages for people, as tests read them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const read = (file: string): string => readFileSync(join(import.meta.dirname, '../..', file), 'utf8')

/** The code of a page: the text of each block in TypeScript, below its heading. */
export const codeIn = (file: string): readonly (readonly [heading: string, code: string])[] =>
  read(file)
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const code = /```ts\n([\s\S]*?)```/.exec(section)?.[1]
      return code === undefined ? [] : [[section.split('\n')[0] ?? '', code] as const]
    })

/** How deep each heading is, in order: what two languages can be compared by. */
export const outlineOf = (file: string): readonly string[] =>
  [
    ...read(file)
      .replace(/```[\s\S]*?```/g, '')
      .matchAll(/^(#+) /gm),
  ].map(([, marks]) => marks ?? '')
