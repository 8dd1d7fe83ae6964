/** Carries notifications to the merchant: again and again with growing gaps, until it answers as the wallet wants. */
import type { Faults } from './faults.ts'

export interface Letter {
  headers: Record<string, string>
  body: string
}

/** `write` signs anew for each try, with a stranger's key where `forged`. */
export interface Notice {
  url: string
  write: (forged: boolean) => Letter
  accepted: (status: number, body: string) => boolean
  settled: () => void
}

interface Try {
  notice: Notice
  attempt: number
  forged: boolean
  again: boolean
}

/** A merchant that is down is what the tries are for, so it is an answer like any other: not accepted. */
const answerTo = async (url: string, letter: Letter) => {
  const signal = AbortSignal.timeout(5000)
  const read = async (answer: Response) => ({ status: answer.status, body: await answer.text() })
  return fetch(url, { method: 'POST', ...letter, signal })
    .then(read)
    .catch((error: unknown) => ({ status: 0, body: String(error) }))
}

/** `gapsMs` are the waits between tries; after the last one the wallet gives up. */
export const startDelivery = (faults: Faults, gapsMs: readonly number[]) => {
  const timers = new Set<NodeJS.Timeout>()
  let stopped = false

  const later = (ms: number, one: Try) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      void send(one)
    }, ms)
    timers.add(timer)
  }

  const send = async (one: Try): Promise<void> => {
    const { status, body } = await answerTo(one.notice.url, one.notice.write(one.forged))
    if (stopped) return
    const accepted = one.notice.accepted(status, body)
    if (accepted && one.again) return later(200, { ...one, again: false })
    const gap = gapsMs[one.attempt]
    if (accepted || gap === undefined) return one.notice.settled()
    later(gap, { ...one, attempt: one.attempt + 1 })
  }

  return {
    deliver: (notice: Notice) => {
      const { notification, lateMs } = faults
      if (notification === 'lost') return notice.settled()
      const one = { notice, attempt: 0, forged: notification === 'forged', again: notification === 'twice' }
      later(notification === 'late' ? lateMs : 0, one)
    },
    stop: () => {
      stopped = true
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}
