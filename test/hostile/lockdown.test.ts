/** `lockdown()` freezes what all scripts of a page share: https://github.com/endojs/endo, package ses 2.3.0. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stories } from './stories.ts'

const root = join(import.meta.dirname, '../..')
const child = ['--import', 'tsx', 'test/hostile/locked.ts']
const printed: Record<string, Record<string, object>> = JSON.parse(
  execFileSync(process.execPath, child, { cwd: root, encoding: 'utf8' }),
)

it('is locked down: nothing that scripts share can be replaced', () => {
  expect(printed.frozen).toBe(true)
})

describe.each([
  ['the door, in the realm that was locked', 'page'],
  ['the script tag’s file, in a compartment', 'compartment'],
])('under SES, %s', (_name, surrounding) => {
  it.each(Object.entries(stories))('%s ends as it does anywhere', (name, { told }) => {
    expect(printed[surrounding]?.[name]).toEqual(told)
  })
})
