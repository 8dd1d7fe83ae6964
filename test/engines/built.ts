/** What a framework makes of a project that imports the package: its files as one script for a bare engine. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { install } from './packed.ts'

const runtime = readFileSync(join(import.meta.dirname, 'bare/files.js'), 'utf8')

const isScript = (name: string) => name.endsWith('.js')

/** Each file is a function of `require`, `module` and `exports`, by its path. */
const asScript = (folder: string): string => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isScript)
  const files = names.map(
    (name) => `${JSON.stringify(name)}: function (require, module, exports) {${readFileSync(join(folder, name), 'utf8')}
}`,
  )
  return `globalThis.files = {${files.join()}};\n${runtime}`
}

export interface Project {
  readonly folder: string
  /** The command, and where it puts what it makes. */
  readonly build: readonly [bin: string, ...args: string[]]
  readonly output: string
}

/** Builds it anew, with the package as it would be published. */
export const built = ({ folder, build, output }: Project): string => {
  const cwd = join(import.meta.dirname, folder)
  const [bin, ...args] = build
  install(cwd)
  const env = { ...process.env, NODE_ENV: 'production' }
  execFileSync(join(cwd, 'node_modules/.bin', bin), args, { cwd, env, stdio: 'pipe' })
  return asScript(join(cwd, output))
}
