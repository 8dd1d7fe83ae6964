/** A project of somebody else's: it has its own lock, and isopay from the tarball. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packInto } from '../package/tarball.ts'

const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--loglevel=error']

/** Prints what a program printed where it fails. Next is asked not to tell its makers. */
export const run = (cwd: string, program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { cwd, encoding: 'utf8', env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } }).trim()

/** Installs as locked, then the package as it would be published. Answers the project's folder. */
export const install = (name: string, into: string): string => {
  const folder = join(import.meta.dirname, name)
  const { file } = packInto(into)
  run(folder, 'npm', 'ci', ...quiet)
  run(folder, 'npm', 'install', '--no-save', '--no-package-lock', ...quiet, file)
  return folder
}

/** Of a package that the project asks for. */
export const versionOf = (project: string, name: string): string => {
  const manifest = readFileSync(join(import.meta.dirname, project, 'package.json'), 'utf8')
  const { dependencies }: { dependencies: Readonly<Record<string, string>> } = JSON.parse(manifest)
  const version = dependencies[name]
  if (version === undefined) throw new Error(`${project} does not ask for ${name}`)
  return version.replace(/^npm:.*@/, '')
}
