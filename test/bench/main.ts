/** `npm run bench [-- --json] [-- --only size,told] [-- --record]`: isopay beside what people use today. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { limitOf } from './bars.ts'
import { type Figure, missed, tableOf } from './figure.ts'
import { record } from './recorded.ts'

/** Loaded one by one: what one of them brings must not lie in the heap of another. */
const parts: Readonly<Record<Figure['of'], () => Promise<readonly Figure[]>>> = {
  size: async () => (await import('./sizes.ts')).sizes(),
  told: async () => (await import('./told.ts')).told(),
  tap: async () => (await import('./tap.ts')).tap(),
  cold: async () => (await import('./cold.ts')).cold(),
  qr: async () => (await import('./picture.ts')).picture(),
  import: async () => [
    ...(await (await import('./starting.ts')).starting()),
    ...(await (await import('./opening.ts')).opening()),
  ],
  many: async () => (await import('./many.ts')).many(),
}
const names = Object.keys(parts) as Figure['of'][]

const leave = (words: string): never => {
  process.stderr.write(`${words}\n`)
  process.exit(2)
}

const [, , ...args] = process.argv
const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '').split(',') : names
const unknown = only.find((name) => !(name in parts))
if (unknown !== undefined) leave(`No part is called "${unknown}": ${names.join(', ')}`)

const folder = import.meta.dirname
if (!existsSync(join(folder, '../../dist/index.js'))) leave('Nothing is built yet: npm run build')
if (!existsSync(join(folder, 'node_modules'))) {
  process.stderr.write('Installing what isopay is measured against …\n')
  execFileSync('npm', ['ci', '--prefix', folder], { stdio: 'ignore' })
}

const explained = (figure: Figure): Figure => {
  const limit = missed(figure) ? limitOf(figure.name) : undefined
  return limit === undefined ? figure : { ...figure, limit }
}

const day = new Date().toISOString().slice(0, 10)
const machine = { day, node: process.version, cpu: cpus()[0]?.model ?? 'unknown' }

const figures: Figure[] = []
const wanted = names.filter((name) => only.includes(name))
for (const [index, name] of wanted.entries()) {
  process.stderr.write(`${index + 1} of ${wanted.length}: ${name} …\n`)
  const measured = (await parts[name]()).map(explained)
  if (args.includes('--record')) record({ ...machine, figures: measured }, names)
  figures.push(...measured)
}

if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ ...machine, figures }, null, 2)}\n`)
else console.table(tableOf(figures))
process.exit()
