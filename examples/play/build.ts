/** Builds the package where it was not built yet: the shop's pages and its mini program take isopay from `dist/`. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../../', import.meta.url)
const doors = ['dist/index.js', 'dist/qr.js', 'dist/element.js', 'dist/mini/index.js']

/** Progress is for the eyes: stdout stays free for what the command answers. */
const build = (): Promise<void> =>
  new Promise((done, fail) => {
    const child = spawn('npm', ['run', 'build'], { cwd: fileURLToPath(root), stdio: ['ignore', 2, 2] })
    child.once('error', fail)
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`npm run build ended with ${code}`))))
  })

export const buildIfMissing = async (): Promise<void> => {
  if (doors.every((door) => existsSync(new URL(door, root)))) return
  console.error('dist/ is missing: building isopay, which takes about ten seconds …')
  await build()
  console.error('… built')
}
