/** How the package is installed and used as others do: `npm run test:consumers`. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: { include: ['*.test.ts'], testTimeout: 400_000, hookTimeout: 180_000, maxWorkers: 2 },
})
