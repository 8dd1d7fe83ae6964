import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'

const floors: Readonly<Record<string, number>> = {
  contract: 0,
  core: 1,
  qr: 1,
  symptoms: 1,
  panel: 2,
  host: 2,
  channels: 2,
  checkout: 2,
  desk: 2,
  platforms: 3,
  testing: 3,
  trial: 3,
  doors: 4,
}

const source = join(import.meta.dirname, '../../src')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
const roomOf = (file: string): string => (file.includes('/') ? dirname(file) : 'doors')
const textOf = (file: string): string => readFileSync(join(source, file), 'utf8')

const importsOf = (file: string): readonly string[] =>
  [...textOf(file).matchAll(/from '(\.[^']+)'/g)].map(([, path]) =>
    relative(source, join(source, dirname(file), path ?? '')),
  )

it('knows every room', () => {
  expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(floors).sort())
})

it('lets a room import only from lower floors and from itself', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((other) => roomOf(other) !== roomOf(file) && (floors[roomOf(other)] ?? 9) >= (floors[roomOf(file)] ?? 0))
      .map((other) => `${file} → ${other}`),
  )
  expect(wrong).toEqual([])
})

it('has no loop of imports', () => {
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]): void => {
    expect(path, 'a loop').not.toContain(file)
    if (done.has(file)) return
    for (const other of importsOf(file)) walk(other, [...path, file])
    done.add(file)
  }
  for (const file of files) walk(file, [])
})

it('is two levels deep, in files of at most 200 lines', () => {
  for (const file of files) {
    expect(file.split('/').length, file).toBeLessThanOrEqual(2)
    expect(textOf(file).split('\n').length, file).toBeLessThanOrEqual(201)
  }
})

it('imports zod for the schemas, ky for the hands, qrcode for the drawing, Node for its command, a framework for its door, and nothing else', () => {
  const shipped = files.filter((file) => file !== 'contract/derive.ts' && !file.endsWith('.d.ts'))
  const outside = shipped.flatMap((file) =>
    [...textOf(file).matchAll(/(?:from|import\() ?'([^.'][^']*)'/g)].map(([, name]) => `${file}: ${name}`),
  )
  expect([...new Set(outside)].sort()).toEqual([
    'cli.ts: node:child_process',
    'cli.ts: node:process',
    'cli.ts: node:util',
    'contract/actions.ts: zod',
    'contract/schemas.ts: zod',
    'host/http.ts: ky',
    'qr/matrix.ts: qrcode/lib/core/qrcode.js',
    'react.ts: react',
    'vue.ts: vue',
  ])
})

it('reads foreign globals in one file, beside the hands', () => {
  for (const file of files.filter((name) => !name.startsWith('host/') && name !== 'index.ts'))
    expect(textOf(file), file).not.toMatch(/\b(?:typeof )?(?:window|globalThis|navigator|localStorage)\b[.[]/)
})
