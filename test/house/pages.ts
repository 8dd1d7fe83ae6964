/** Pages for people, as tests read them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const read = (file: string): string => readFileSync(join(import.meta.dirname, '../..', file), 'utf8')

/** The code of a page: the text of each block in TypeScript, below its heading. */
export const codeIn = (file: string): readonly (readonly [heading: string, code: string])[] =>
  read(file)
    .split(/^## /m)
    .slice(1)
    .flatMap((section) =>
      [...section.matchAll(/```ts\n([\s\S]*?)```/g)].map(
        ([, code = '']) => [section.split('\n')[0] ?? '', code] as const,
      ),
    )

const printedBlock = /<!-- (\w+) -->\n[\s\S]*?<!-- \/\1 -->/g

/** Comments are for people, in their language. */
const bare = (code: string): string => code.replace(/(?:^| +)(?:\/\/|#|--) .*$/gm, '')

/** Each block of code with its language. */
export const fencesIn = (file: string): readonly string[] =>
  [...read(file).matchAll(/```\w*\n[\s\S]*?```/g)].map(([fence]) => bare(fence))

const kindOf = (line: string): readonly string[] => {
  const [, mark] = /^(#+ |- |\d+\. |\| |<img|<!--|```\w*|<details>)/.exec(line) ?? []
  return mark === undefined ? [] : [mark.trim()]
}

/** What a page is made of, in order: headings by depth, items, rows, code, pictures. Two languages can be compared by it. */
export const outlineOf = (file: string): readonly string[] =>
  read(file)
    .replace(printedBlock, '<!-- $1 -->')
    .replace(/```(\w*)\n[\s\S]*?```/g, '```$1')
    .split('\n')
    .flatMap(kindOf)

/** As GitHub names a heading in an address. */
const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')

/** What can stand after `#` in a link to the page. */
export const anchorsIn = (file: string): readonly string[] => {
  const text = read(file).replace(/```[\s\S]*?```/g, '')
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => slugOf(heading))
  return [...headings, ...[...text.matchAll(/<a id="([^"]+)"/g)].map(([, id = '']) => id)]
}

/** Where a page's links and pictures within the repository lead: a file, and an anchor or `''`. */
export const linksIn = (file: string): readonly { readonly to: string; readonly anchor: string }[] => {
  const text = read(file).replace(/```[\s\S]*?```/g, '')
  const targets = [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)|<img src="(?!https?:)([^"]+)"/g)]
  return targets.map(([, link, picture]) => {
    const [path = '', anchor = ''] = (link ?? picture ?? '').split('#')
    const to = path === '' ? file : new URL(path, `file:///${file}`).pathname.slice(1)
    return { to, anchor: decodeURIComponent(anchor) }
  })
}
