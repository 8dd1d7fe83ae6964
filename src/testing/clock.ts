/** A clock that only a test moves. Timers run on the monotonic side; the wall may be set apart from it. */
export interface FakeClock {
  readonly wallMs: () => number
  readonly monotonicMs: () => number
  readonly after: (delayMs: number, work: () => void) => () => void
  /** Runs what falls due in the next `ms`, in order, with promises settled in between. */
  readonly advance: (ms: number) => Promise<void>
  /** Moves the wall alone: forward for a sleep, back for a clock that somebody set. */
  readonly shiftWall: (ms: number) => void
}

interface Timer {
  readonly dueMs: number
  readonly work: () => void
}

/** Lets every promise that can settle without time passing settle. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export const fakeClock = (startMs = Date.UTC(2026, 10, 24)): FakeClock => {
  const timers = new Set<Timer>()
  let monotonicMs = 0
  let offsetMs = startMs

  const nextBy = (limitMs: number): Timer | undefined =>
    [...timers].filter(({ dueMs }) => dueMs <= limitMs).sort((a, b) => a.dueMs - b.dueMs)[0]

  const advance = async (ms: number): Promise<void> => {
    const limitMs = monotonicMs + ms
    await settle()
    for (let timer = nextBy(limitMs); timer; timer = nextBy(limitMs)) {
      timers.delete(timer)
      monotonicMs = timer.dueMs
      timer.work()
      await settle()
    }
    monotonicMs = limitMs
  }

  return {
    wallMs: () => monotonicMs + offsetMs,
    monotonicMs: () => monotonicMs,
    after: (delayMs, work) => {
      const timer = { dueMs: monotonicMs + Math.max(0, delayMs), work }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    advance,
    shiftWall: (ms) => {
      offsetMs += ms
    },
  }
}
