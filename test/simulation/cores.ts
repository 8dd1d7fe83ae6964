/** Many schedules on all cores: each has a process of its own, which takes the next share when it is done with one. */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'tsup'
import type { Outcome, Share } from './batch.ts'

export type Batch = 'batch' | 'locked-batch'

/** As one file: what loads TypeScript on the fly gives a name to each function anew, whenever one is made. */
const bundle = async (outDir: string, name: Batch): Promise<string> => {
  const entry = { batch: join(import.meta.dirname, `${name}.ts`) }
  await build({
    entry,
    outDir,
    format: 'esm',
    target: 'node20',
    config: false,
    silent: true,
    outExtension: () => ({ js: '.mjs' }),
  })
  return join(outDir, 'batch.mjs')
}

/** Half of the time went to collecting what is thrown away at once. */
const execArgv = ['--max-semi-space-size=16']

const ask = (core: ChildProcess, share: Share): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const end = (code: number | null) => reject(new Error(`a core ended with ${code}`))
    core.once('exit', end)
    core.once('message', (outcome) => {
      core.off('exit', end)
      resolve(outcome as Outcome)
    })
    core.send(share)
  })

/** Resolves to the first seed that failed, or null. `hear` is told of each share, and by which core. */
export const spread = async (
  shares: readonly Share[],
  cores: number,
  hear: (outcome: Outcome, core: number) => void,
  batch: Batch = 'batch',
): Promise<number | null> => {
  const folder = mkdtempSync(join(tmpdir(), 'isopay-cores-'))
  const path = await bundle(folder, batch)
  const left = [...shares]
  let failedSeed: number | null = null

  const work = async (number: number): Promise<void> => {
    const core = fork(path, { execArgv })
    for (let share = left.shift(); share; share = left.shift()) {
      const outcome = await ask(core, share)
      hear(outcome, number)
      if (outcome.failedSeed === null) continue
      failedSeed = Math.min(failedSeed ?? Number.POSITIVE_INFINITY, outcome.failedSeed)
      left.length = 0
    }
    core.kill()
  }

  try {
    await Promise.all(Array.from({ length: cores }, (_, number) => work(number)))
    return failedSeed
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export const sharesOf = (from: number, count: number, size: number): readonly Share[] =>
  Array.from({ length: Math.ceil(count / size) }, (_, place) => ({
    from: from + place * size,
    count: Math.min(size, count - place * size),
  }))
