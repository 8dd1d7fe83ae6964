/** The world's own time: what is due runs in order, and all promises settle before the next. */

export interface Timeline {
  readonly nowMs: () => number
  /** Runs `work` later; returns the function that forgets it. `settles`: promises may hang on it. */
  readonly at: (delayMs: number, work: () => void, settles?: boolean) => () => void
  /** Until nothing is due any more, or `untilMs`. */
  readonly run: (untilMs: number) => Promise<void>
}

interface Due {
  readonly atMs: number
  readonly n: number
  readonly settles: boolean
  work: (() => void) | null
}

/** Sound where a count of ticks would guess: an immediate runs after every promise that can settle has settled. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const isBefore = (one: Due, other: Due): boolean =>
  one.atMs < other.atMs || (one.atMs === other.atMs && one.n < other.n)

/** Latest first, so that the next is taken from the end; few are ever due at once. */
const insert = (queue: Due[], due: Due): void => {
  let place = queue.length
  for (let before = queue[place - 1]; before && isBefore(before, due); before = queue[place - 1]) place -= 1
  queue.splice(place, 0, due)
}

export const makeTimeline = (): Timeline => {
  const queue: Due[] = []
  let nowMs = 0
  let count = 0

  const at = (delayMs: number, work: () => void, settles = true) => {
    count += 1
    const due: Due = { atMs: nowMs + Math.max(0, Math.round(delayMs)), n: count, settles, work }
    insert(queue, due)
    return () => {
      due.work = null
    }
  }

  const run = async (untilMs: number): Promise<void> => {
    for (let due = queue.pop(); due && due.atMs <= untilMs; due = queue.pop()) {
      const { work } = due
      if (!work) continue
      nowMs = due.atMs
      work()
      if (due.settles) await settle()
    }
  }

  return { nowMs: () => nowMs, at, run }
}
