/** Serves the example mini programs to a page: their own files, `dist/mini`, and the wallets' `wx` and `my`, as JavaScript. */
import { existsSync, readFileSync } from 'node:fs'
import { Hono } from 'hono'

const programs = new URL('../miniprogram/', import.meta.url)
const wallets = new URL('../wallets/', import.meta.url)
const isopay = new URL('../../dist/mini/index.js', import.meta.url)

const script = (body: string) => new Response(body, { headers: { 'content-type': 'text/javascript; charset=utf-8' } })

/** The compiler takes half a second to load: it is fetched when a mini program is first opened. */
const compiled = async (file: URL): Promise<Response> => {
  const { default: ts } = await import('typescript')
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext }
  return script(ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions }).outputText)
}

/** As a mini program's engine hands it to `require`: CommonJS, with no global but `wx` or `my`. */
const required = () =>
  script(`const module = { exports: {} }
;((module, exports) => {\n${readFileSync(isopay, 'utf8')}\n})(module, module.exports)
export const { createCheckout } = module.exports`)

/** Stands where the program's own `shop.ts` names a shop: the town's, and somebody listens to each step. */
const shop = (endpoint: string) =>
  script(`import { createCheckout } from '/mini/isopay.js'
import { observe, watched } from '/pages/mini-watch.js'
export const origin = location.origin
export const checkout = watched(createCheckout({ endpoint: origin + '${endpoint}', observe }))`)

const endpoints: Readonly<Record<string, string>> = { wechat: '/pay', alipay: '/pay/alipay-mini' }

/** A mini program's screen is 750 rpx wide. */
const styles = (text: string) =>
  new Response(text.replace(/([\d.]+)rpx/g, 'calc(100vw * $1 / 750)'), { headers: { 'content-type': 'text/css' } })

const plain = (file: URL) =>
  new Response(readFileSync(file), { headers: { 'content-type': 'text/plain; charset=utf-8' } })

const served = async (program: string, path: string): Promise<Response | null> => {
  const file = new URL(`${program}/${path}`, programs)
  const source = new URL(file.href.replace(/\.js$/, '.ts'))
  if (path.endsWith('.js') && existsSync(source)) return compiled(source)
  if (!existsSync(file)) return null
  return /ss$/.test(path) ? styles(readFileSync(file, 'utf8')) : plain(file)
}

export const mini = (): Hono => {
  const app = new Hono()
  app.get('/isopay.js', required)
  app.get('/wallets/:name{[\\w-]+\\.ts}', (c) => compiled(new URL(c.req.param('name'), wallets)))
  app.get('/:program{wechat|alipay}/shop', (c) => shop(endpoints[c.req.param('program')] ?? ''))
  app.get('/:program{wechat|alipay}/:path{(?:pages/\\w+/)?\\w+\\.\\w+}', async (c) => {
    const { program, path } = c.req.param()
    return (await served(program, path)) ?? c.notFound()
  })
  return app
}
