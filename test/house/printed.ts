/** What is printed into the documents between two marks. `npm run docs` writes what the tests compare. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const blockOf = (name: string) => new RegExp(`(<!-- ${name} -->\n)([\\s\\S]*?)(<!-- /${name} -->)`)

/** What stands in the file under that name; with PRINT_DOCS, `text` is put there first. */
export const printed = (file: string, name: string, text: string): string => {
  const path = join(import.meta.dirname, '../..', file)
  const page = readFileSync(path, 'utf8')
  if (process.env.PRINT_DOCS)
    writeFileSync(
      path,
      page.replace(blockOf(name), (_, open, __, close) => open + text + close),
    )
  return blockOf(name).exec(readFileSync(path, 'utf8'))?.[2] ?? ''
}
