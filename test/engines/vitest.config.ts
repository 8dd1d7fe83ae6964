/** How the heavy engines are run: `npm run test:engines`. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import light from '../vitest.config.ts'

export default defineConfig({
  ...light,
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    include: ['*.test.ts', 'browsers/*.test.ts'],
    execArgv: ['--experimental-websocket'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
