/** The network between the pages and the shop, and what can be wrong with it. */
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { loseAnswer } from './overhear.ts'

const conditions = ['normal', 'offline', 'slow', 'lost', 'errors'] as const

/**
 * `offline`: nothing arrives, and what is under way is cut · `slow`: each call takes `slowMs` longer · `lost`: the next
 * answer is lost, after the server has done what was asked · `errors`: HTTP 500, and the server hears nothing.
 */
export type Condition = (typeof conditions)[number]

export const isCondition = (value: unknown): value is Condition => conditions.some((each) => each === value)

const slowMs = 2500
const serverError = JSON.stringify({ error: { code: 'internal', message: 'The lab’s network says 500' } })

export const openNetwork = () => {
  const underWay = new Set<ServerResponse>()
  let condition: Condition = 'normal'

  const lose = (response: ServerResponse) => {
    loseAnswer(response)
    condition = 'normal'
  }

  const set = (wanted: Condition) => {
    condition = wanted
    const [first] = underWay
    if (wanted === 'lost' && first) lose(first)
    if (wanted === 'offline') for (const response of underWay) response.destroy()
  }

  /** Answers whether a call that has been `asked` goes on to its server. */
  const lets = async (response: ServerResponse, asked: Promise<unknown>): Promise<boolean> => {
    await asked
    underWay.add(response)
    response.once('close', () => underWay.delete(response))
    if (condition === 'slow') await sleep(slowMs)
    if (condition === 'lost') lose(response)
    if (condition === 'offline') response.destroy()
    if (condition === 'errors') response.writeHead(500, { 'content-type': 'application/json' }).end(serverError)
    return !response.destroyed && !response.writableEnded
  }

  return { condition: () => condition, set, lets }
}
