/** `prism proxy --errors`: passes on what fits the contract's document, and answers everything else with an error. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { nextFree } from '../../examples/play/ports.ts'

const program = fileURLToPath(new URL('node_modules/@stoplight/prism-cli/dist/index.js', import.meta.url))
const document = fileURLToPath(new URL('../../dist/openapi.json', import.meta.url))
const firstPort = 24_000 + (process.pid % 500) * 20

export interface Prism {
  readonly origin: string
  readonly stop: () => Promise<void>
}

/** `upstream` is an endpoint of the contract. */
export const startPrism = async (upstream: string): Promise<Prism> => {
  const port = await nextFree(firstPort)
  const args = [program, 'proxy', document, upstream, '--errors', '--port', String(port)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => line.includes('is listening') && resolve())
    child.once('exit', (code) => reject(new Error(`prism ended with ${code}`)))
  })
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill()
      await ended
    },
  }
}
