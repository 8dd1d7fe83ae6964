/** A program that says when it is ready, with all that it starts itself. */
import { type ChildProcess, spawn } from 'node:child_process'

export interface Program {
  /** What `ready` found in its words. */
  readonly said: string
  readonly stop: () => void
}

const patienceMs = 30_000

const sayingOf = (child: ChildProcess, ready: RegExp): Promise<string> =>
  new Promise((done, fail) => {
    let words = ''
    const giveUp = (why: string) => fail(new Error(`${child.spawnfile} ${why}: ${words}`))
    const timer = setTimeout(() => giveUp('says nothing'), patienceMs)
    const hear = (chunk: Buffer) => {
      words += chunk.toString()
      const found = ready.exec(words)?.[1]
      if (found === undefined) return
      clearTimeout(timer)
      done(found)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', ({ message }) => giveUp(message))
    child.once('exit', (code) => giveUp(`ended with ${code}`))
  })

/** A group of its own, so that what it started ends with it; at the latest, when the tests end. */
const ender = (child: ChildProcess): (() => void) => {
  const kill = () => {
    if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL')
  }
  process.once('exit', kill)
  return () => {
    process.off('exit', kill)
    kill()
  }
}

/** Resolves when its words match `ready`. */
export const startProgram = async (path: string, args: readonly string[], ready: RegExp): Promise<Program> => {
  const child = spawn(path, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const stop = ender(child)
  return { said: await sayingOf(child, ready), stop }
}
