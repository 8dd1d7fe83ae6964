/** A folder on a local disk, shared by the till processes of one machine: records that survive a power cut, and locks. */
import type { Host, Store } from '../core/ports.ts'
import { clock } from './clock.ts'

/** What is used of `node:fs`. It is handed in, so that no bundle for a browser stumbles over the import. */
export interface FileSystem {
  /** Makes the folder. */
  readonly mkdirSync: (path: string, options: { recursive: true }) => unknown
  /** Names what is written down. */
  readonly readdirSync: (path: string) => string[]
  /** Reads a record, or whose lock it is. */
  readonly readFileSync: (path: string, encoding: 'utf8') => string
  /** Opens a record to be written, or the folder to be synced. */
  readonly openSync: (path: string, flags: string, mode?: number) => number
  /** Writes a record’s text. */
  readonly writeSync: (file: number, text: string) => unknown
  /** Returns when it is on the disk. */
  readonly fsyncSync: (file: number) => void
  /** Closes what `openSync` opened. */
  readonly closeSync: (file: number) => void
  /** Puts a whole record in the place of the old one. */
  readonly renameSync: (from: string, to: string) => void
  /** Takes a lock: one of many succeeds. */
  readonly linkSync: (from: string, to: string) => void
  /** Erases a record, or leaves a lock. */
  readonly unlinkSync: (path: string) => void
}

/** Where a till in Node keeps its records and locks. */
export interface Folder {
  /** `node:fs`. */
  readonly fs: FileSystem
  /** A folder on a local disk: a network share has no locks to rely on. It is made where it is missing. */
  readonly path: string
}

/** File systems take names of up to 255 bytes. */
const longestName = 240

const is = (thrown: unknown, code: string): boolean => (thrown as { readonly code?: unknown }).code === code

/** The answer, or `otherwise` where the file system says `code`. */
const unless = <T, U>(code: string, otherwise: U, work: () => T): T | U => {
  try {
    return work()
  } catch (thrown) {
    if (is(thrown, code)) return otherwise
    throw thrown
  }
}

/** Whether it was done: false where the file system says `code`. */
const did = (code: string, work: () => void): boolean =>
  unless(code, false, () => {
    work()
    return true
  })

const flushed = ({ fs }: Folder, path: string, flags: string, text?: string): void => {
  const file = fs.openSync(path, flags, 0o600)
  try {
    if (text !== undefined) fs.writeSync(file, text)
    fs.fsyncSync(file)
  } finally {
    fs.closeSync(file)
  }
}

/** Whole or not at all, and on the disk before it answers. Windows flushes no folders. */
const replace = (folder: Folder, path: string, text: string): void => {
  const half = `${path}.${clock.newId()}`
  flushed(folder, half, 'wx', text)
  folder.fs.renameSync(half, path)
  if (process.platform !== 'win32') flushed(folder, folder.path, 'r')
}

const fileOf = ({ path }: Folder, name: string, ending: string): string =>
  `${path}/${encodeURIComponent(name)}${ending}`

const makeStore = (folder: Folder): Store => ({
  read: (key) => unless('ENOENT', null, () => folder.fs.readFileSync(fileOf(folder, key, '.json'), 'utf8')),
  write: (key, text) => {
    if (encodeURIComponent(key).length > longestName) return false
    try {
      replace(folder, fileOf(folder, key, '.json'), text)
      return true
    } catch {
      return false // a full disk, a folder that was taken away: the port says false, and nothing is sent
    }
  },
  erase: (key) => unless('ENOENT', undefined, () => folder.fs.unlinkSync(fileOf(folder, key, '.json'))),
})

const isAlive = (pid: number): boolean =>
  unless('ESRCH', false, () => unless('EPERM', true, () => process.kill(pid, 0)))

/** Takes the lock file away that a killed process has left; false where its owner lives, or was too fast for us. */
const broken = ({ fs }: Folder, path: string): boolean => {
  const owner = unless('ENOENT', null, () => fs.readFileSync(path, 'utf8'))
  if (owner === null || isAlive(Number(owner))) return owner === null
  const aside = `${path}.${clock.newId()}`
  if (!did('ENOENT', () => fs.renameSync(path, aside))) return false
  const dead = fs.readFileSync(aside, 'utf8') === owner
  if (!dead) did('EEXIST', () => fs.linkSync(aside, path)) // another broke it first: this one is theirs
  fs.unlinkSync(aside)
  return dead
}

/** A lock file that names its process: written aside and linked, so that none is ever seen without a name. */
const makeLock = (folder: Folder): Host['lock'] => {
  const { fs } = folder
  return async (name) => {
    const path = fileOf(folder, name, '.lock')
    const own = `${path}.${clock.newId()}`
    flushed(folder, own, 'wx', String(process.pid))
    const take = () => did('EEXIST', () => fs.linkSync(own, path))
    const taken = take() || (broken(folder, path) && take())
    fs.unlinkSync(own)
    return taken ? () => unless('ENOENT', undefined, () => fs.unlinkSync(path)) : null
  }
}

/** `keys` names everything that is stored. Throws where the folder cannot be made. */
export const openFolder = (
  folder: Folder,
): Pick<Host, 'store' | 'lock'> & { readonly keys: () => readonly string[] } => {
  folder.fs.mkdirSync(folder.path, { recursive: true })
  const keys = () => {
    const files = folder.fs.readdirSync(folder.path).filter((file) => file.endsWith('.json'))
    return files.map((file) => decodeURIComponent(file.slice(0, -'.json'.length)))
  }
  return { store: makeStore(folder), lock: makeLock(folder), keys }
}
