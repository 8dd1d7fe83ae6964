/** An engine of mini programs on the payer's phone: a bare context, and `require` of the package and of the shop's own files. */
import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import ts from 'typescript'

const isopay = new URL('../../dist/mini/index.js', import.meta.url)

const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2018 }

/** As WeChat's and Alipay's tools compile a page that is written in TypeScript. */
const compiled = (file: URL): string =>
  ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions: options }).outputText

const codeOf = (file: URL): string => (file.href === isopay.href ? readFileSync(file, 'utf8') : compiled(file))

/** No global of a page or of Node: what there is is ECMAScript, timers, and `globals`. Answers what loads a file. */
export const startEngine = (globals: Record<string, unknown>) => {
  const context = createContext({ ...globals, setTimeout, clearTimeout })
  const load = (file: URL): unknown => {
    const module = { exports: {} }
    const require = (path: string) => load(path === 'isopay' ? isopay : new URL(`${path}.ts`, file))
    const run = runInContext(`(function (require, module, exports) {${codeOf(file)}\n})`, context)
    run(require, module, module.exports)
    return module.exports
  }
  return { load, isopay: () => load(isopay) }
}
