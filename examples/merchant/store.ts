/** Where the merchant keeps what it knows: one SQL, two drivers. */
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'
import { schema } from './schema.sql.ts'

/** Asks one statement with `$1, $2 …`; the rows come back as plain objects. Their shape is the caller's word. */
export type Sql = <Row>(statement: string, values?: readonly unknown[]) => Promise<Row[]>

export interface Store {
  sql: Sql
  /** All or nothing. No wallet is ever called inside: a connection is not held over the network. */
  atomically<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /** Hears what any server on this database says with `pg_notify(channel, …)`. */
  listen(channel: string, heard: (payload: string) => void): Promise<void>
  stop(): Promise<void>
}

/** `databaseUrl` for a PostgreSQL that servers share; else PGlite in `dataDir`, or in memory without one. */
export interface StorePlace {
  databaseUrl?: string
  dataDir?: string
}

const schemaLock = 7_304_913

/** Opens the store and makes its tables where they are missing; the lock lets several servers start at once. */
export const openStore = async ({ databaseUrl, dataDir }: StorePlace): Promise<Store> => {
  const store = databaseUrl ? openPostgres(databaseUrl) : await openPglite(dataDir)
  await store.atomically(async (sql) => {
    await sql('select pg_advisory_xact_lock($1)', [schemaLock])
    for (const statement of schema) await sql(statement)
  })
  return store
}
