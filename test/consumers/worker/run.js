/** The shop, until its input ends. */
import { join } from 'node:path'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'

const bundled = async (name, options) => {
  const entryPoints = [join(import.meta.dirname, name)]
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, ...options })
  return outputFiles[0].text
}

const worker = new Miniflare({
  modules: true,
  script: await bundled('worker.js', { format: 'esm', conditions: ['workerd', 'worker'] }),
  bindings: { page: await bundled('page.js', { format: 'iife', charset: 'utf8' }) },
  compatibilityDate: '2026-07-01',
})
console.log(String(await worker.ready))
process.stdin.on('end', () => worker.dispose()).resume()
