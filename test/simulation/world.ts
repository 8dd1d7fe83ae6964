/** Plays one story to its end. */
import { type Client, isopay } from './client.ts'
import type { CaseFile, Terms } from './ledger.ts'
import { orders } from './merchant.ts'
import type { Story } from './story.ts'
import { makeTown, type Town } from './town.ts'

/** Longer than anything may take: what is unsettled by then never settles. */
const longestMs = 3_600_000

/** What the pages still hold when all is told, and what lies in storage. */
const lookAround = ({ shops, book }: Town): void => {
  for (const { page, isQuiet } of shops) {
    if (!page.isAlive() || !isQuiet()) continue
    book.told({ page: page.id, did: 'left', count: page.held() })
  }
  for (const { page } of shops)
    for (const text of page.device.kept.values()) book.told({ page: page.id, did: 'output', text })
}

export const play = async (story: Story, client: Client = isopay): Promise<CaseFile> => {
  const town = makeTown(story, client)
  const { timeline, book } = town
  for (const act of story.acts) timeline.at(act.atMs, () => town.act(act))
  await timeline.run(longestMs)
  lookAround(town)
  const terms: Terms = {
    fen: orders,
    expiresS: story.expiresS,
    storage: !town.storageFailed(),
    locks: story.locks,
    endMs: timeline.nowMs(),
  }
  return { entries: book.entries, terms }
}
