/** How a version gets out: by a tag, from pinned tools, with a statement of where it was built. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateWorkflow } from '@action-validator/core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { PayError } from '../../src/core/errors.ts'
import { manifest, root } from './tarball.ts'

const folder = join(root, '.github/workflows')
const read = (path: string): string => readFileSync(path, 'utf8')

describe.each(readdirSync(folder))('the workflow %s', (name) => {
  const text = read(join(folder, name))

  it('is one that GitHub understands', () => {
    expect(validateWorkflow(text).errors).toEqual([])
  })

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

/** What the jobs of the release run, in their order. */
const jobs = read(join(folder, 'release.yml')).split(/^ {2}(?=\w+:$)/m)
const [pack = '', publish = ''] = jobs.slice(-2)
const commandsOf = (job: string) => [...job.matchAll(/^ {6}- run: (.*)/gm)].map(([, command]) => command)

it('is packed after everything was tested, as its tag says', () => {
  const asTagged = `test "v$(node -p 'require("./package.json").version')" = "$GITHUB_REF_NAME"`
  const tested = ['npm ci', 'npm test', 'npm run test:consumers']
  expect(commandsOf(pack)).toEqual([asTagged, ...tested, 'npm pack --ignore-scripts'])
})

it('is published with provenance, by a job that alone may speak for the project and runs nothing else', () => {
  expect(publish).toContain('needs: pack')
  expect(jobs.filter((job) => job.includes('id-token'))).toEqual([publish])
  expect(commandsOf(publish)).toEqual(['npm publish ./isopay-*.tgz --provenance --access public'])
})

it('names the repository that its provenance is checked against, and its errors link to', () => {
  const { docs } = new PayError('network')
  expect(`git+${docs.replace('#network', '.git')}`).toBe(manifest.repository.url)
})

it('has its changes in the log, under its version, as changesets writes them', () => {
  expect(read(join(root, 'CHANGELOG.md'))).toMatch(
    new RegExp(`^# isopay\n\n## ${manifest.version.replaceAll('.', '\\.')}\n\n### (?:Major|Minor|Patch) Changes\n\n- `),
  )
})

const versioned = ['package.json', 'package-lock.json', 'README.md', 'README.zh-CN.md', 'CHANGELOG.md']

/** What a release reads and writes, under version control as changesets wants it. */
const copied = (): string => {
  const copy = mkdtempSync(join(tmpdir(), 'isopay-release-'))
  onTestFinished(() => rmSync(copy, { recursive: true }))
  for (const name of [...versioned, '.build', '.changeset'])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  writeFileSync(join(copy, '.changeset/trial.md'), "---\n'isopay': patch\n---\n\nA trial.\n")
  const git = ['-c', 'user.name=a', '-c', 'user.email=a@shop.example', '-c', 'commit.gpgsign=false']
  execFileSync('git', ['init', '-q'], { cwd: copy })
  execFileSync('git', ['add', ...versioned, '.changeset'], { cwd: copy })
  execFileSync('git', [...git, 'commit', '-q', '-m', 'trial'], { cwd: copy })
  return copy
}

it('becomes a version by a command: what was described is in the log, and every file says the same', () => {
  const copy = copied()
  execFileSync('npm', ['run', '-s', 'release'], { cwd: copy, stdio: 'pipe' })
  const next = manifest.version.replace(/\d+$/, (patch) => String(Number(patch) + 1))
  expect(read(join(copy, 'CHANGELOG.md'))).toMatch(
    new RegExp(`^# isopay\n\n## ${next.replaceAll('.', '\\.')}\n\n### Patch Changes\n\n- (?:[0-9a-f]+: )?A trial\\.\n`),
  )
  expect(readdirSync(join(copy, '.changeset'))).toEqual(['config.json'])
  const [released, lock] = ['package.json', 'package-lock.json'].map((name) => JSON.parse(read(join(copy, name))))
  expect(released).toEqual({ ...manifest, version: next })
  expect([lock.version, lock.packages[''].version]).toEqual([next, next])
  for (const name of ['README.md', 'README.zh-CN.md'])
    expect(new Set(read(join(copy, name)).match(/isopay@[\d.]+/g))).toEqual(new Set([`isopay@${next}`]))
})
