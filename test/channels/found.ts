/** Every channel of `src/channels` and every fixture, found on disk so that none can be forgotten. */
import { readdirSync } from 'node:fs'
import type { Channel } from '../../src/core/ports.ts'
import type { Fixture } from './fixture.ts'

const isChannel = (thing: unknown): thing is Channel =>
  typeof thing === 'object' && thing !== null && 'kind' in thing && 'interpret' in thing

const filesOf = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, import.meta.url)).filter((file) => file.endsWith('.ts'))

export const findChannels = async (): Promise<readonly Channel[]> => {
  const files = filesOf('../../src/channels/')
  const modules = await Promise.all(
    files.map((file): Promise<object> => import(new URL(`../../src/channels/${file}`, import.meta.url).href)),
  )
  return modules.flatMap((module) => Object.values(module).filter(isChannel))
}

/** Fixtures by the kind that their files are named after. */
export const findFixtures = async (): Promise<ReadonlyMap<string, Fixture>> => {
  const pairs = filesOf('./fixtures/').map(async (file): Promise<[string, Fixture]> => {
    const module: { fixture: Fixture } = await import(new URL(`./fixtures/${file}`, import.meta.url).href)
    return [file.replace(/\.ts$/, ''), module.fixture]
  })
  return new Map(await Promise.all(pairs))
}
