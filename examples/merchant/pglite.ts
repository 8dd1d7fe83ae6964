/** The store in this process: PostgreSQL compiled to WebAssembly, in a folder or in memory. */
import { mkdirSync } from 'node:fs'
import { PGlite, type Transaction } from '@electric-sql/pglite'
import type { Sql, Store } from './store.ts'

const asked =
  (db: PGlite | Transaction): Sql =>
  async <Row>(statement: string, values: readonly unknown[] = []) =>
    (await db.query<Row>(statement, [...values])).rows

const openFolder = (dataDir: string) => {
  mkdirSync(dataDir, { recursive: true })
  return PGlite.create(dataDir)
}

export const openPglite = async (dataDir: string | undefined): Promise<Store> => {
  const db = await (dataDir === undefined ? PGlite.create() : openFolder(dataDir))
  return {
    sql: asked(db),
    atomically: (work) => db.transaction((transaction) => work(asked(transaction))),
    listen: async (channel, heard) => {
      await db.listen(channel, heard)
    },
    stop: () => db.close(),
  }
}
