/** Takes away what a failure does not need, so that a person can read the rest. */
import type { Story } from './story.ts'

type Fails = (story: Story) => Promise<boolean>

const without = <T>(list: readonly T[], place: number): readonly T[] => list.filter((_, each) => each !== place)

/** Each is the story with one thing less; the calmest values of all that is not a list come last. */
const smaller = (story: Story): readonly Story[] => [
  ...story.faults.map((_, place) => ({ ...story, faults: without(story.faults, place) })),
  ...story.acts.map((_, place) => ({ ...story, acts: without(story.acts, place) })),
  ...story.faults
    .filter(({ nth }) => nth > 0)
    .map((fault) => {
      const calmer = { ...fault, nth: fault.nth - 1 }
      return { ...story, faults: story.faults.map((each) => (each === fault ? calmer : each)) }
    }),
  ...story.payers.map((_, place) => ({ ...story, payers: without(story.payers, place) })),
  ...(story.detour ? [{ ...story, detour: false }] : []),
  ...(story.holds ? [{ ...story, holds: false }] : []),
  ...(story.storage ? [] : [{ ...story, storage: true }]),
  ...(story.locks ? [] : [{ ...story, locks: true }]),
]

/** The smallest story to be had by taking single things away that still fails. */
export const shrink = async (story: Story, fails: Fails): Promise<Story> => {
  for (const candidate of smaller(story)) if (await fails(candidate)) return shrink(candidate, fails)
  return story
}
