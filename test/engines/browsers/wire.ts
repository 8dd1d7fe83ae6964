/** Questions and answers in JSON over a WebSocket, by number: what both DevTools and WebDriver BiDi speak. */

type Fields = Readonly<Record<string, unknown>>

interface Message {
  readonly id?: number
  readonly result?: Fields
  readonly error?: unknown
  readonly message?: string
}

export interface Wire {
  /** Rejects with the browser's own words. */
  readonly ask: (method: string, params?: Fields) => Promise<Fields>
  readonly close: () => void
}

interface Waiting {
  readonly done: (result: Fields) => void
  readonly fail: (error: Error) => void
}

const opened = (socket: WebSocket, url: string): Promise<void> =>
  new Promise((done, fail) => {
    socket.addEventListener('open', () => done())
    socket.addEventListener('error', () => fail(new Error(`Nobody answers at ${url}`)))
  })

const settle = ({ done, fail }: Waiting, { result, error, message }: Message): void => {
  if (error === undefined) done(result ?? {})
  else fail(new Error(message ?? JSON.stringify(error)))
}

export const openWire = async (url: string): Promise<Wire> => {
  const socket = new WebSocket(url)
  const waiting = new Map<number, Waiting>()
  let asked = 0
  socket.addEventListener('message', ({ data }) => {
    const message: Message = JSON.parse(data)
    const asker = message.id === undefined ? undefined : waiting.get(message.id)
    if (message.id !== undefined) waiting.delete(message.id)
    if (asker) settle(asker, message)
  })
  socket.addEventListener('close', () => {
    for (const { fail } of waiting.values()) fail(new Error('The browser has hung up'))
  })
  await opened(socket, url)
  return {
    ask: (method, params = {}) =>
      new Promise((done, fail) => {
        asked += 1
        waiting.set(asked, { done, fail })
        socket.send(JSON.stringify({ id: asked, method, params }))
      }),
    close: () => socket.close(),
  }
}
