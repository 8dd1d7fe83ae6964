/** The package as it would be published, in the projects of others: each is built by its own tools, and pays once. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { expected, payOn, served } from './page.ts'
import { install, run } from './project.ts'

const scratch = mkdtempSync(join(tmpdir(), 'isopay-consumers-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const project = (name: string): string => install(name, scratch)

it('Vite: a shop in Vue', async () => {
  const folder = project('vite')
  run(folder, 'node_modules/.bin/vite', 'build')
  expect(await served(join(folder, 'dist'), payOn)).toEqual(expected)
})

it('webpack: a page with the panel', async () => {
  const folder = project('webpack')
  run(folder, 'node', 'build.js')
  expect(await served(join(folder, 'dist'), payOn)).toEqual(expected)
})

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const startNext = async (folder: string): Promise<{ readonly url: string; readonly server: ChildProcess }> => {
  const port = await freePort()
  const server = spawn('node', ['node_modules/next/dist/bin/next', 'start', '-p', String(port)], { cwd: folder })
  const url = `http://localhost:${port}/`
  await expect
    .poll(
      () =>
        fetch(url).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 60_000 },
    )
    .toBe(200)
  return { url, server }
}

it('Next.js: a page that a server renders', async () => {
  const folder = project('next')
  run(folder, 'node_modules/.bin/next', 'build')
  const { url, server } = await startNext(folder)
  try {
    expect(await (await fetch(url)).text()).toContain('<button type="button">Pay</button>')
    expect(await payOn(url)).toEqual(expected)
  } finally {
    server.kill()
  }
})

it('a script tag, with the hash that the package says', async () => {
  const folder = project('script')
  const dist = join(folder, 'node_modules/isopay/dist')
  const hashes = JSON.parse(readFileSync(join(dist, 'sri.json'), 'utf8'))
  const page = readFileSync(join(folder, 'index.html'), 'utf8').replace('{{integrity}}', hashes['isopay.global.js'])
  expect(await served(dist, payOn, { '/': page })).toEqual(expected)
})

it.each(['till.mjs', 'till.cjs'])('Node: %s takes a payment code, and its page can invoke nothing', (file) => {
  const folder = project('node')
  expect(run(folder, 'node', file, join(scratch, file))).toBe('server false paid 1')
})

/** Runs until its input ends; its first line says where it is. */
const startWorker = async (folder: string): Promise<{ readonly url: string; readonly stop: () => void }> => {
  const worker = spawn('node', ['run.js'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] })
  const url = await new Promise<string>((resolve, reject) => {
    worker.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()))
    worker.once('exit', () => reject(new Error('The worker has ended')))
  })
  return { url, stop: () => worker.stdin.end() }
}

it('a worker, as Cloudflare runs it: its page pays by the shop that it is, and in itself nothing can be invoked', async () => {
  const { url, stop } = await startWorker(project('worker'))
  try {
    expect(await payOn(url, () => fetch(`${url}notify`, { method: 'POST' }))).toEqual(expected)
    expect(await (await fetch(`${url}inside`)).json()).toEqual({
      platform: 'server',
      status: 'failed',
      code: 'unsupported',
    })
    expect((await fetch(`${url}pay/prepare`, { method: 'POST', body: '{}' })).status).toBe(400)
  } finally {
    stop()
  }
})
