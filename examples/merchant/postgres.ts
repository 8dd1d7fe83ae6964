/** The store that several servers share: PostgreSQL, by the `pg` driver. */
import pg from 'pg'
import type { Sql, Store } from './store.ts'

const reconnectMs = 1000

const asked =
  (db: pg.Pool | pg.PoolClient): Sql =>
  async <Row>(statement: string, values: readonly unknown[] = []) =>
    // The driver wants rows to have an index signature; ours are named shapes.
    (await db.query<Row & pg.QueryResultRow>(statement, [...values])).rows

const atomically = async <T>(pool: pg.Pool, work: (sql: Sql) => Promise<T>) => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const done = await work(asked(client))
    await client.query('commit')
    client.release()
    return done
  } catch (error) {
    // Dropping the connection rolls back, also where the connection itself was what broke.
    client.release(true)
    throw error
  }
}

/** A listener has a connection of its own and makes a new one when that breaks; holders look for themselves meanwhile. */
const listener = (databaseUrl: string, channel: string, heard: (payload: string) => void) => {
  let client: pg.Client
  let again: NodeJS.Timeout | undefined
  let stopped = false
  const connect = async () => {
    client = new pg.Client(databaseUrl)
    client.on('error', () => client.end())
    client.on('end', () => {
      if (!stopped) again = setTimeout(() => connect().catch(() => client.end()), reconnectMs)
    })
    client.on('notification', ({ payload }) => heard(payload ?? ''))
    await client.connect()
    await client.query(`listen ${client.escapeIdentifier(channel)}`)
  }
  const stop = async () => {
    stopped = true
    clearTimeout(again)
    await client.end()
  }
  return { connect, stop }
}

export const openPostgres = (databaseUrl: string): Store => {
  const pool = new pg.Pool({ connectionString: databaseUrl })
  const stops: (() => Promise<void>)[] = []
  // An idle connection that breaks is replaced by the pool; without a listener Node would end the process.
  pool.on('error', (error) => console.error('postgres: an idle connection broke:', error.message))
  return {
    sql: asked(pool),
    atomically: (work) => atomically(pool, work),
    listen: async (channel, heard) => {
      const { connect, stop } = listener(databaseUrl, channel, heard)
      await connect()
      stops.push(stop)
    },
    stop: async () => {
      for (const stop of stops) await stop()
      await pool.end()
    },
  }
}
