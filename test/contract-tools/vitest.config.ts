/** How the contract's document is tried: `npm run test:contract`. */
import { defineConfig } from 'vitest/config'
import base from '../vitest.config.ts'

export default defineConfig({
  ...base,
  test: { ...base.test, include: ['test/contract-tools/*.test.ts'], exclude: [], maxWorkers: 1 },
})
