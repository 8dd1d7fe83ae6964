/** The package as it would be published, and what WeChat's own packer ("build npm") makes of it. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Named here, because the root installs none of that folder's packages. */
interface Packer {
  packNpmManually(options: { packageJsonPath: string; miniprogramNpmDistDir: string }): Promise<{ warnList: unknown[] }>
}

const root = join(import.meta.dirname, '../..')

/** Unpacks the tarball into `node_modules` of a project, as an install would. */
export const install = (project: string) => {
  const into = join(project, 'node_modules/isopay')
  rmSync(into, { recursive: true, force: true })
  mkdirSync(into, { recursive: true })
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', into], { cwd: root })
  const [{ filename }]: [{ filename: string }] = JSON.parse(packed.toString())
  execFileSync('tar', ['-xzf', filename, '--strip-components=1'], { cwd: into })
}

/** The folder of isopay below `miniprogram_npm`, with the packer's warnings. Gone when `drop` is called. */
export const buildNpm = async () => {
  const packer: Packer = createRequire(join(root, 'test/consumers/mini/build.js'))('miniprogram-ci')
  const project = mkdtempSync(join(tmpdir(), 'isopay-packed-'))
  install(project)
  const manifest = { name: 'shop', version: '1.0.0', dependencies: { isopay: '*' } }
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest))
  const { warnList } = await packer.packNpmManually({
    packageJsonPath: join(project, 'package.json'),
    miniprogramNpmDistDir: project,
  })
  return {
    folder: join(project, 'miniprogram_npm/isopay'),
    warnings: warnList,
    drop: () => rmSync(project, { recursive: true }),
  }
}
