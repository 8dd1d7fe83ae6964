import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const rows = read('SECURITY.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')))

const headings = ['held by', 'shown by', 'as the example does']
const claims = rows
  .filter(([, proof = '']) => !headings.includes(proof))
  .map(([claim = '', proof = '']) => {
    const [, file = '', name = ''] = /^`(test\/\S+\.test\.ts)`: (.+)$/.exec(proof) ?? []
    return [claim, file, name] as const
  })

/** Names alone: a comment that says the same holds nothing. */
const namesIn = (file: string): readonly string[] =>
  [...read(file).matchAll(/\b(?:it|describe)(?:\.each(?:<[^>]*>)?\([\s\S]*?\))?\(\s*(['`])([\s\S]*?)\1/g)]
    .map(([, , name = '']) => name)
    .concat([...read(file).matchAll(/^ {2}\['([^']+)',/gm)].map(([, name = '']) => name))

it('makes its claims in tables', () => {
  expect(claims.length).toBeGreaterThanOrEqual(30)
})

it.each(claims)('%s: has a test', (_claim, file, name) => {
  expect(existsSync(join(root, file)), file).toBe(true)
  // Once: where two have the name, one could go and nobody would see it.
  expect(namesIn(file).filter((each) => each.includes(name))).toHaveLength(1)
})

it('is one page', () => {
  expect(read('SECURITY.md').split('\n').length).toBeLessThanOrEqual(80)
})
