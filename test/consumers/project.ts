/** A project of somebody else's: it has its own lock, and isopay from the tarball. */
import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { packInto } from '../package/tarball.ts'

const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--loglevel=error']

/** The runner says `test`, by which some tools would build what nobody ships. Next is asked not to tell its makers. */
const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }

/** Prints what a program printed where it fails. */
export const run = (cwd: string, program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { cwd, encoding: 'utf8', env, stdio: 'pipe' }).trim()

const writtenAtMs = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** npm writes down what it has installed. */
const isInstalled = (folder: string): boolean =>
  writtenAtMs(join(folder, 'node_modules/.package-lock.json')) > writtenAtMs(join(folder, 'package-lock.json'))

const tarballs = new Map<string, string>()

/** Packed once for each folder. */
const packedInto = (folder: string): string => {
  const file = tarballs.get(folder) ?? packInto(folder).file
  tarballs.set(folder, file)
  return file
}

/** Installs as locked, then the package as it would be published. Answers the project's folder. */
export const install = (name: string, into: string): string => {
  const folder = join(import.meta.dirname, name)
  if (!isInstalled(folder)) run(folder, 'npm', 'ci', ...quiet)
  run(folder, 'npm', 'install', '--no-save', '--no-package-lock', ...quiet, packedInto(into))
  return folder
}

/** The version of a package, as the project locks it. */
export const lockedOf = (project: string, name: string): string => {
  const lock = readFileSync(join(import.meta.dirname, project, 'package-lock.json'), 'utf8')
  const { packages }: { packages: Readonly<Record<string, { version: string } | undefined>> } = JSON.parse(lock)
  const version = packages[`node_modules/${name}`]?.version
  if (version === undefined) throw new Error(`${project} does not lock ${name}`)
  return version
}
