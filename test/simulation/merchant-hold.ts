/** Looks that the server holds until something has changed, for as long as the asker waits. */
import type { Body, Said } from './merchant.ts'
import type { Timeline } from './timeline.ts'

export const makeHold = ({ at }: Timeline, word: (asked: Body) => Said) => {
  const waiting = new Set<() => void>()

  const hold = (asked: Body, holdMs: number, tell: (said: Said) => void): void => {
    const said = word(asked)
    if (holdMs === 0 || said.body.status !== 'pending') return tell(said)
    const end = () => {
      waiting.delete(again)
      forget()
      tell(word(asked))
    }
    const again = () => {
      if (word(asked).body.status !== 'pending') end()
    }
    const forget = at(holdMs, end, false)
    waiting.add(again)
  }

  const changed = () => {
    for (const look of [...waiting]) look()
  }
  return { hold, changed }
}
