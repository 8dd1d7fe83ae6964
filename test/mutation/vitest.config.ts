/** The tests of one room, which `main.ts` names. */
import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { include: (process.env.MUTATION_TESTS ?? '').split(',') } })
