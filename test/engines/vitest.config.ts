/** How the heavy engines are run: `npm run test:engines`. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import light from '../vitest.config.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  ...light,
  root: here('.'),
  // React 18, where the root has 19.
  resolve: {
    alias: { ...light.resolve?.alias, react: here('node_modules/react'), 'react-dom': here('node_modules/react-dom') },
  },
  test: {
    include: ['*.test.ts', 'browsers/*.test.ts'],
    execArgv: ['--experimental-websocket'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
