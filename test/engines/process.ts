/** An engine that is a program of its own: scripts go in by one pipe, and what they come to is waited for at another. */
import { execFileSync, spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Bare } from '../package/bare.ts'

const ascii = (text: string) =>
  text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

const lineOf = (pipe: number): string => {
  const bytes = Buffer.alloc(65536)
  let line = ''
  while (!line.endsWith('\n')) {
    const length = readSync(pipe, bytes)
    if (length === 0) throw new Error('The engine has ended')
    line += bytes.toString('latin1', 0, length)
  }
  return line
}

/** Named pipes, because the tests are synchronous: opening one waits for the other side. */
const start = (program: string, args: readonly string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'isopay-engine-'))
  const [asks, tells] = [join(folder, 'asks'), join(folder, 'tells')]
  execFileSync('/bin/sh', ['-c', 'mkfifo "$0" "$1"', asks, tells])
  spawn('/bin/sh', ['-c', 'exec "$@" <"$0/asks" >"$0/tells"', folder, program, ...args], { stdio: ['ignore', 2, 2] })
  const pipes = { asks: openSync(asks, 'w'), tells: openSync(tells, 'r') }
  onTestFinished(() => {
    closeSync(pipes.asks)
    closeSync(pipes.tells)
    rmSync(folder, { recursive: true })
  })
  return pipes
}

/** `args` name the loop that serves the pipes. */
export const program =
  (path: string, ...args: readonly string[]) =>
  (): Bare => {
    const { asks, tells } = start(path, args)
    return (script) => {
      writeSync(asks, `${ascii(JSON.stringify(script))}\n`)
      const said: { value?: string; error?: string } = JSON.parse(lineOf(tells))
      if (said.value === undefined) throw new Error(said.error)
      return said.value
    }
  }
