import { join } from 'node:path'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'

const file = join(import.meta.dirname, 'worker.js')
const bundle = { entryPoints: [file], bundle: true, format: 'esm', write: false, conditions: ['workerd', 'worker'] }
const { outputFiles } = await build(bundle)
const worker = new Miniflare({ modules: true, script: outputFiles[0].text, compatibilityDate: '2026-07-01' })
const body = { payment: 'a'.repeat(32), order: 'order-1', platform: 'mobile-browser', accepts: ['redirect'] }
const answer = await worker.dispatchFetch('https://shop.example/', { method: 'POST', body: JSON.stringify(body) })
console.log(await answer.text())
await worker.dispose()
