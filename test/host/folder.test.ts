import { spawnSync } from 'node:child_process'
import fs, { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type FileSystem, openFolder } from '../../src/host/folder.ts'

const newPath = () => join(mkdtempSync(join(tmpdir(), 'isopay-folder-')), 'deep/till')
const key = 'isopay/1/https://shop.example/pay/订单 1?#'
const lockFile = (path: string) => join(path, `${encodeURIComponent(key)}.lock`)

/** A process that is gone. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid

it('keeps what is written for the next process', () => {
  const path = newPath()
  const { store } = openFolder({ fs, path })
  expect(store.read(key)).toBeNull()
  expect([store.write(key, 'one'), store.write(key, 'two')]).toEqual([true, true])
  const next = openFolder({ fs, path })
  expect([next.store.read(key), next.keys()]).toEqual(['two', [key]])
  next.store.erase(key)
  next.store.erase(key)
  expect([store.read(key), next.keys(), readdirSync(path)]).toEqual([null, [], []])
})

it('writes whole or not at all, and on the disk before it answers', () => {
  const calls: string[] = []
  const cut: FileSystem = {
    ...fs,
    fsyncSync: (file) => {
      calls.push('flush')
      fs.fsyncSync(file)
    },
    renameSync: () => {
      throw new Error('the power is cut')
    },
  }
  const path = newPath()
  openFolder({ fs, path }).store.write(key, 'old')
  expect(openFolder({ fs: cut, path }).store.write(key, 'new')).toBe(false)
  expect([openFolder({ fs, path }).store.read(key), calls]).toEqual(['old', ['flush']])
})

it('says that it kept nothing where a name is too long for a file', () => {
  expect(openFolder({ fs, path: newPath() }).store.write('订'.repeat(100), 'x')).toBe(false)
})

it('gives an order to one at a time, over everything that shares the folder', async () => {
  const path = newPath()
  const [one, two] = [openFolder({ fs, path }), openFolder({ fs, path })]
  const leave = await one.lock(key)
  expect([await two.lock(key), await one.lock(key), typeof (await two.lock('another'))]).toEqual([
    null,
    null,
    'function',
  ])
  leave?.()
  expect(typeof (await two.lock(key))).toBe('function')
})

it('takes over from a process that was killed, and from none that lives', async () => {
  const path = newPath()
  const { lock } = openFolder({ fs, path })
  writeFileSync(lockFile(path), String(deadPid()))
  const leave = await lock(key)
  expect(typeof leave).toBe('function')
  leave?.()
  writeFileSync(lockFile(path), '1')
  expect(await lock(key)).toBeNull()
  expect(readdirSync(path)).toEqual([`${encodeURIComponent(key)}.lock`])
})

it('gives a lock back that it took away by mistake: another was faster to break the dead one', async () => {
  const path = newPath()
  openFolder({ fs, path })
  writeFileSync(lockFile(path), String(deadPid()))
  let faster = () => writeFileSync(lockFile(path), String(process.ppid))
  const slow: FileSystem = {
    ...fs,
    renameSync: (from, to) => {
      faster()
      faster = () => {}
      fs.renameSync(from, to)
    },
  }
  expect(await openFolder({ fs: slow, path }).lock(key)).toBeNull()
  expect(fs.readFileSync(lockFile(path), 'utf8')).toBe(String(process.ppid))
  expect(readdirSync(path)).toHaveLength(1)
})
