/** `npx isopay`, as a packed install has it: Node and the package, nothing else. */
import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fakeMerchant } from '../../src/testing/merchant.ts'
import { manifest, packInto } from './tarball.ts'

const folder = mkdtempSync(join(tmpdir(), 'isopay-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

const installed = join(folder, 'node_modules/isopay')
const command = join(folder, 'node_modules/.bin/isopay')

/** As npm installs it, but for what it depends on. */
beforeAll(() => {
  const { file } = packInto(folder)
  for (const path of [installed, join(folder, 'node_modules/.bin')]) mkdirSync(path, { recursive: true })
  execFileSync('tar', ['-xzf', file, '--strip-components=1', '-C', installed])
  symlinkSync(join(installed, manifest.bin.isopay), command)
})

const isopay = (...args: string[]): Promise<{ code: number; out: string }> =>
  new Promise((resolve) => {
    const child = execFile('npx', ['--no-install', 'isopay', ...args], { cwd: folder }, (_, out) =>
      resolve({ code: child.exitCode ?? -1, out }),
    )
  })

it('can be run', () => {
  expect(statSync(command).mode & 0o111).not.toBe(0)
})

it('says how it is used', async () => {
  const { code, out } = await isopay('--help')
  expect(out).toMatch(/^isopay check <endpoint> --order <handle>/)
  expect(code).toBe(0)
})

it('checks a server', async () => {
  const { fetch } = fakeMerchant()
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = '', headers, url } = request
    const body = method === 'POST' ? { body: Buffer.concat(chunks) } : {}
    const type = headers['content-type'] ?? ''
    const answer = await fetch(`http://shop.example${url}`, { method, headers: { 'content-type': type }, ...body })
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pay`
  const { code, out } = await isopay('check', endpoint, '--order', 'a', '--order', 'b', '--only', 'status,R4')
  server.close()
  expect(out).toContain(`${endpoint}: 0 broken, 5 kept, 0 not checked`)
  expect(code).toBe(0)
})
