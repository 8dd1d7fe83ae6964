/** Plays one story to its end. */
import { type Client, isopay } from './client.ts'
import type { CaseFile, Terms } from './ledger.ts'
import { orders } from './merchant-books.ts'
import type { Story } from './story.ts'
import { makeTown, type Town } from './town.ts'
import { traitsOf } from './way.ts'

/** Longer than anything may take: what is unsettled by then never settles. */
const longestMs = 3_600_000

/** What lies in storage: put out by the client, too. */
const readStorage = ({ shops, book }: Town): void => {
  for (const { page } of shops)
    for (const text of page.device.kept.values()) book.told({ page: page.id, did: 'output', text })
}

export const play = async (story: Story, client: Client = isopay): Promise<CaseFile> => {
  const town = makeTown(story, client)
  const { timeline, book } = town
  const { setting, identifies } = traitsOf(story.way)
  for (const act of story.acts) timeline.at(act.atMs, () => town.act(act))
  await timeline.run(longestMs)
  readStorage(town)
  const terms: Terms = {
    fen: orders,
    expiresS: story.expiresS,
    memory: town.memory(),
    locks: story.locks,
    logsIn: identifies !== undefined,
    till: setting === 'till',
    monotonic: setting !== 'mini',
    endMs: timeline.nowMs(),
    struck: town.countStruck(),
  }
  return { entries: book.entries, terms }
}
