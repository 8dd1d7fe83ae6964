/** What an answer says, in few words: of a server's own text only what is a word. */
import type { Body, Came } from './words.ts'

const wordIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w.-]{1,40}$/.test(value) ? value : undefined

export const codeOf = ({ body }: Came): string | undefined => wordIn(Object(body.error).code)

/** The status as it was sent, or that there was none. */
export const statusIn = ({ status }: Body): string => (status === undefined ? 'nothing' : JSON.stringify(status))

/** It says nothing of what was asked: something else of the order is under way, or the server cannot answer now. */
export const isBusy = (came: Came): boolean => codeOf(came) === 'order_busy' || came.http === 429 || came.http === 503

export const inWords = (came: Came): string => {
  const kind = wordIn(Object(came.body.action).kind)
  const said = kind === undefined ? wordIn(came.body.status) : `and an action ${kind}`
  return [`HTTP ${came.http}`, codeOf(came) ?? said].filter((word) => word !== undefined).join(' ')
}
