/** The code on the pages, as a user's compiler reads it: against the types of the doors. */
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { codeIn, read } from './pages.ts'

const root = join(import.meta.dirname, '../..')
const pages = ['README.md', 'examples/recipes/README.md', 'examples/recipes/moving.md', 'examples/recipes/failed.md']
pages.push('examples/recipes/panel.md')

/** What the pages say that a shop has: a button, an order, a way to tell the payer. */
const around = `
declare const order: string
declare const amount: import('isopay').Amount
declare const checkout: import('isopay').Checkout
declare const panel: import('isopay/element').IsopayPanel
declare const [pay, renew]: HTMLButtonElement[]
declare const code: HTMLImageElement
declare const message: HTMLElement
declare const yuan: HTMLInputElement
declare const shell: { pay(wallet: string, params: unknown): unknown }
declare function show(thing: unknown): void
declare function makeOrder(): Promise<string>
declare function makeOrder(asked: { yuan: string }): Promise<{ order: string; amount: import('isopay').Amount }>
declare function Page(page: object): void
`

const first = (page: string): string => /```ts\n([\s\S]*?)```/.exec(read(page))?.[1] ?? ''

const files = new Map([[join(root, 'around.d.ts'), around]])
for (const page of pages) {
  const blocks = new Set([first(page), ...codeIn(page).map(([, code]) => code)])
  for (const code of blocks) files.set(join(root, `${page.replace(/\W/g, '-')}-${files.size}.ts`), code)
}

const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: ['tsup.config.ts'] }, ts.sys, root)

/** "Possibly null": a page knows that its own element is there. */
const perhapsMissing = [2531, 2532, 18_047, 18_048]

const said = (): readonly string[] => {
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (file) => files.has(file) || fileExists(file)
  host.readFile = (file) => files.get(file) ?? readFile(file)
  host.getSourceFile = (file, language, ...rest) => {
    const text = files.get(file)
    return text === undefined ? getSourceFile(file, language, ...rest) : ts.createSourceFile(file, text, language)
  }
  const program = ts.createProgram([...files.keys()], options, host)
  return [...files.keys()].flatMap((file) => {
    const source = program.getSourceFile(file)
    const found = source ? [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)] : []
    return found
      .filter(({ code }) => !perhapsMissing.includes(code))
      .map(({ messageText }) => {
        const text = ts.flattenDiagnosticMessageText(messageText, ' ')
        return `${file.slice(root.length + 1)}: ${text}`
      })
  })
}

it('is code that a compiler takes', () => {
  expect(files.size).toBeGreaterThan(14)
  expect(said()).toEqual([])
}, 120_000)
