/** The API reference (`npm run api-docs`): made of the docstrings, and refused where one is missing or links nowhere. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './tarball.ts'

it('is made without a warning', () => {
  const typedoc = join(root, 'node_modules/typedoc/bin/typedoc')
  const { status, stdout, stderr } = spawnSync(process.execPath, [typedoc, '--emit', 'none'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect({ status, said: (stdout + stderr).trim() }).toEqual({ status: 0, said: '' })
}, 120_000)
