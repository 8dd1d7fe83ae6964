import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Reads a JSON file, or null where there is none yet. */
export const readStored = <T>(file: string): T | null => {
  if (!existsSync(file)) return null
  return JSON.parse(readFileSync(file, 'utf8')) as T
}

/** Writes a JSON file whole or not at all: a crash half way leaves the old one. */
export const writeStored = (file: string, value: unknown): void => {
  mkdirSync(dirname(file), { recursive: true })
  const half = `${file}.half`
  writeFileSync(half, JSON.stringify(value, null, 2), { mode: 0o600 })
  renameSync(half, file)
}
