/** `import` in a fresh page of Chromium, over HTTP from this machine and with nothing in a cache. */
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { startChromium } from '../../examples/play/chromium.ts'
import { chunksOf } from './bundles.ts'
import { type Figure, middle, times } from './figure.ts'

const rounds = 15
const dist = join(import.meta.dirname, '../../dist')

const modules: Readonly<Record<string, string>> = {
  'an empty module': '/empty.js',
  isopay: '/dist/index.js',
  'isopay/element': '/dist/element.js',
  'pingpp-js': '/pingpp.js',
  'stripe-js, a loader of more': '/stripe.js',
}

const bundled = async (code: string): Promise<string> => (await chunksOf(code)).map(({ text }) => text).join('\n')

/** Each file by its path: those of the package as they are, the peers' as a bundler makes them. */
const filesOf = async (): Promise<ReadonlyMap<string, string>> => {
  const scripts = readdirSync(dist).filter((name) => name.endsWith('.js'))
  const own = scripts.map((name) => [`/dist/${name}`, readFileSync(join(dist, name), 'utf8')] as const)
  const pingpp = await bundled("export { createPayment } from 'pingpp-js'")
  const stripe = await bundled("export { loadStripe } from '@stripe/stripe-js'")
  return new Map([...own, ['/', '<!doctype html>'], ['/empty.js', ''], ['/pingpp.js', pingpp], ['/stripe.js', stripe]])
}

const serve = async () => {
  const files = await filesOf()
  const server = createServer(({ url = '' }, response) => {
    response.statusCode = files.has(url) ? 200 : 404
    response.setHeader('content-type', url.endsWith('.js') ? 'text/javascript' : 'text/html').end(files.get(url))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as { readonly port: number }
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.close() }
}

const importOnce = async (browser: Browser, origin: string, path: string): Promise<number> => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(origin)
  const script = `(async () => { const t = performance.now(); await import('${path}'); return performance.now() - t })()`
  const ms = await page.evaluate<number>(script)
  await context.close()
  return ms
}

const measure = async (browser: Browser, origin: string): Promise<readonly Figure[]> => {
  const taken = new Map<string, number[]>(Object.keys(modules).map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1)
    for (const [name, path] of Object.entries(modules)) taken.get(name)?.push(await importOnce(browser, origin, path))
  const peer = middle(taken.get('pingpp-js') ?? []).value
  return Object.keys(modules).map((name) => {
    const figure = middle(taken.get(name) ?? [])
    const against = times(figure.value, 'pingpp-js', peer)
    return { of: 'import', name: `in Chromium, import ${name}`, ...figure, unit: 'ms', against }
  })
}

export const opening = async (): Promise<readonly Figure[]> => {
  const { origin, stop } = await serve()
  const browser = await startChromium()
  try {
    return await measure(browser, origin)
  } finally {
    await browser.close()
    stop()
  }
}
