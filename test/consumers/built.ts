/** What a tool makes of a mini program's project that uses the package: its files as one script for a bare engine. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { install, run } from './project.ts'

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
  readonly name: string
  /** The command, and where it puts what it makes. */
  readonly build: readonly [program: string, ...args: string[]]
  readonly output: string
}

/** Builds it anew, with the package as it would be published. */
export const built = ({ name, build, output }: Project, scratch: string): string => {
  const folder = install(name, scratch)
  run(folder, ...build)
  return asScript(join(folder, output))
}
