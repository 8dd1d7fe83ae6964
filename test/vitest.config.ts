/** How the tests are run: from the root, with the doors of the source, and time for real servers and browsers. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const door = (name: string) => fileURLToPath(new URL(`../src/${name}.ts`, import.meta.url))

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: {
    alias: {
      'isopay/contract': door('contract'),
      'isopay/qr': door('qr'),
      'isopay/testing': door('testing'),
      'isopay/till': door('till'),
    },
  },
  test: {
    include: ['test/**/*.test.ts', 'examples/testing/*.test.ts'],
    exclude: [
      '**/node_modules/**',
      'test/engines/**',
      'test/contract-tools/**',
      'test/consumers/{consumers,mini-programs,types}.test.ts',
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Only what fails waits so long: a busy machine takes its time.
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: 3,
  },
})
