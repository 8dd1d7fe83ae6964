/** `import` in a fresh process of Node, beside an empty module. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Figure, middle, times } from './figure.ts'

const rounds = 15
const dist = join(import.meta.dirname, '../../dist')
const peers = join(import.meta.dirname, 'node_modules')

const modules: Readonly<Record<string, string>> = {
  'an empty module': 'data:text/javascript,',
  isopay: pathToFileURL(join(dist, 'index.js')).href,
  'isopay/till': pathToFileURL(join(dist, 'till.js')).href,
  'isopay/contract, with zod': pathToFileURL(join(dist, 'contract.js')).href,
  'stripe-js, a loader of more': pathToFileURL(join(peers, '@stripe/stripe-js/lib/index.mjs')).href,
}

const importOnce = (url: string): number => {
  const code = `const t = performance.now(); await import(${JSON.stringify(url)}); console.log(performance.now() - t)`
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }))
}

export const starting = async (): Promise<readonly Figure[]> => {
  const taken = new Map<string, number[]>(Object.keys(modules).map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1)
    for (const [name, url] of Object.entries(modules)) taken.get(name)?.push(importOnce(url))
  const empty = middle(taken.get('an empty module') ?? []).value
  return Object.keys(modules).map((name) => {
    const { value, spread } = middle(taken.get(name) ?? [])
    return {
      of: 'import',
      name: `in Node, import ${name}`,
      value,
      unit: 'ms',
      spread,
      against: times(value, 'an empty module', empty),
    }
  })
}
