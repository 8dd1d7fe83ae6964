/** changesets takes the folders of a workspace for packages, and the root for none: while it works, there is only the root. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const read = (file: string): string => readFileSync(file, 'utf8')
const readJson = (file: string) => JSON.parse(read(file))
const writeJson = (file: string, value: object) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)

const lend = (args: readonly string[]): { readonly status: number; readonly version: string } => {
  const { workspaces: _, ...alone } = readJson('package.json')
  writeJson('package.json', alone)
  const { status } = spawnSync('changeset', args, { stdio: 'inherit' })
  return { status: status ?? 1, version: readJson('package.json').version }
}

/** Wherever else the version is written. */
const spread = (was: string, version: string): void => {
  const { packages, ...lock } = readJson('package-lock.json')
  const locked = { ...packages, '': { ...packages[''], version } }
  writeJson('package-lock.json', { ...lock, version, packages: locked })
  for (const file of ['README.md', 'README.zh-CN.md'])
    writeFileSync(file, read(file).replaceAll(`isopay@${was}/`, `isopay@${version}/`))
}

const whole = read('package.json')
const { version: was } = readJson('package.json')
const { status, version } = lend(process.argv.slice(2))
writeFileSync('package.json', whole.replace(`"version": "${was}"`, `"version": "${version}"`))
if (version !== was) spread(was, version)
process.exitCode = status
