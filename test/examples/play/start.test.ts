/** `npm start` as a process: it says what it does, and leaves nothing behind. */
import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { nextFree } from '../../../examples/play/ports.ts'

const root = new URL('../../../', import.meta.url)
/** Far from the default, and another one for each run that goes on at the same time. */
const firstPort = 14_080 + (process.pid % 500) * 20
const running: ChildProcess[] = []
const dataDirs: URL[] = []

const start = (port: number) => {
  const args = ['--import', 'tsx', 'examples/play/start.ts', '--reset']
  const env = { ...process.env, PORT: String(port), DATABASE_URL: '' }
  const child = spawn(process.execPath, args, { cwd: fileURLToPath(root), env })
  running.push(child)
  dataDirs.push(new URL(`.data/${port}/`, root))
  const said = { text: '' }
  const hear = (chunk: Buffer) => {
    said.text += chunk
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, said, ended }
}

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  for (const dir of dataDirs.splice(0)) rmSync(dir, { recursive: true, force: true })
})

describe('npm start', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'says where the shop is, and ends cleanly on %s',
    async (signal) => {
      const port = await nextFree(firstPort)
      const { child, said, ended } = start(port)
      await expect.poll(() => said.text, { timeout: 60_000 }).toContain('Ctrl-C')
      const links = said.text.match(/(?<!=)http:[^\s]+/g) ?? []
      expect(links[0]).toBe(`http://127.0.0.1:${port}/`)
      for (const link of links) expect((await fetch(link)).status, link).toBe(200)
      child.kill(signal)
      child.kill(signal)
      expect(await ended).toBe(0)
      for (const link of links) expect(await nextFree(Number(new URL(link).port))).toBe(Number(new URL(link).port))
    },
    90_000,
  )

  it('says so where the port that was asked for is taken', async () => {
    const port = await nextFree(firstPort + 10)
    const other = createServer()
    await new Promise<void>((done) => other.listen(port, '127.0.0.1', done))
    const { said, ended } = start(port)
    expect(await ended).toBe(1)
    expect(said.text).toContain(`Port ${port} is taken`)
    await new Promise((done) => other.close(done))
  }, 40_000)
})
