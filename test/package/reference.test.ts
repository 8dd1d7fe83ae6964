/** The API reference (`npm run api-docs`): made of the docstrings, and refused where one is missing or links nowhere. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { publicNames } from './public.ts'
import { root } from './tarball.ts'

it('is made without a warning', () => {
  const typedoc = join(root, 'node_modules/typedoc/bin/typedoc')
  const { status, stdout, stderr } = spawnSync(process.execPath, [typedoc, '--emit', 'none'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect({ status, said: (stdout + stderr).trim() }).toEqual({ status: 0, said: '' })
}, 240_000)

it('says of each name that can be imported, and of each field in it, what it is for', () => {
  expect(publicNames.length).toBeGreaterThan(400)
  expect(publicNames.filter(({ says }) => !/^\W*\w.{5,}/.test(says)).map(({ name }) => name)).toEqual([])
})

const unit = /millisecond|second|minor unit|modules|characters|HTTP|how many|seed/i

it('names the unit of each number, in its name or beside it', () => {
  const bare = publicNames.filter(
    ({ name, says, isNumber }) => isNumber && !/(Ms|Seconds)$/.test(name) && !unit.test(says),
  )
  expect(bare.map(({ name }) => name)).toEqual([])
})
