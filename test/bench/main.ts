/** `npm run bench [-- --json] [-- --only size,told]`: isopay beside what people use today. */
import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { type Figure, tableOf } from './figure.ts'

/** Loaded one by one: what one of them brings must not lie in the heap of another. */
const parts: Readonly<Record<Figure['of'], () => Promise<readonly Figure[]>>> = {
  size: async () => (await import('./sizes.ts')).sizes(),
  told: async () => (await import('./told.ts')).told(),
  tap: async () => (await import('./tap.ts')).tap(),
  cold: async () => (await import('./cold.ts')).cold(),
  qr: async () => (await import('./picture.ts')).picture(),
  import: async () => (await import('./starting.ts')).starting(),
  many: async () => (await import('./many.ts')).many(),
}

const [, , ...args] = process.argv
const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '').split(',') : Object.keys(parts)
const unknown = only.find((name) => !(name in parts))
if (unknown !== undefined) {
  process.stderr.write(`No part is called "${unknown}": ${Object.keys(parts).join(', ')}\n`)
  process.exit(2)
}

const folder = import.meta.dirname
if (!existsSync(join(folder, 'node_modules'))) {
  process.stderr.write('Installing what isopay is measured against …\n')
  execFileSync('npm', ['ci', '--prefix', folder], { stdio: 'ignore' })
}

const figures: Figure[] = []
for (const [name, measure] of Object.entries(parts)) {
  if (!only.includes(name)) continue
  process.stderr.write(`${name} …\n`)
  figures.push(...(await measure()))
}

const json = `${JSON.stringify({ node: process.version, cpu: cpus()[0]?.model, figures }, null, 2)}\n`
if (args.includes('--json')) process.stdout.write(json)
else console.table(tableOf(figures))
if (args.includes('--record')) writeFileSync(join(folder, 'last.json'), json)
process.exit()
