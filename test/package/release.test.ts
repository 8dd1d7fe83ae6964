/** How a version gets out: by a tag, from pinned tools, with a statement of where it was built. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PayError } from '../../src/core/errors.ts'
import { manifest, root } from './tarball.ts'

const folder = join(root, '.github/workflows')
const read = (path: string): string => readFileSync(path, 'utf8')

describe.each(readdirSync(folder))('the workflow %s', (name) => {
  const text = read(join(folder, name))

  it('takes each action by its commit, and says which version that is', () => {
    const used = text.match(/uses: .*/g) ?? []
    expect(used.length).toBeGreaterThan(0)
    for (const line of used) expect(line).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('holds no token, and is given no more than it needs', () => {
    expect(text).toMatch(/^permissions:/m)
    expect(text).not.toMatch(/secrets\.|write-all/)
  })
})

it('is published with provenance, after everything was tested', () => {
  const steps = [...read(join(folder, 'release.yml')).matchAll(/^ {6}- run: (.*)/gm)].map(([, command]) => command)
  expect(steps.indexOf('npm test')).toBeGreaterThan(steps.indexOf('npm ci'))
  expect(steps.at(-1)).toBe('npm publish --provenance --access public')
})

it('names the repository that its provenance is checked against, and its errors link to', () => {
  const { docs } = new PayError('network')
  expect(`git+${docs.replace('#network', '.git')}`).toBe(manifest.repository.url)
})

it('has its changes in the log, under its version, as changesets writes them', () => {
  expect(read(join(root, 'CHANGELOG.md'))).toMatch(
    new RegExp(`^# isopay\n\n## ${manifest.version.replaceAll('.', '\\.')}\n\n### (?:Major|Minor|Patch) Changes\n\n- `),
  )
  expect(manifest.scripts.release).toBe('changeset version')
})
