/** Merchant servers as processes of their own behind one port, which are killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { nextFree } from '../../../examples/play/ports.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const firstPort = 34_000 + (process.pid % 500) * 20

/** Hands each connection to the next server that takes it. */
const openBalancer = async (ports: readonly number[]) => {
  const sockets = new Set<Socket>()
  let turn = 0
  const hold = (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  }
  const handOn = (client: Socket, left: number) => {
    const port = ports[turn++ % ports.length] ?? 0
    const server = connect(port, '127.0.0.1')
    hold(server)
    server.once('connect', () => client.pipe(server).pipe(client))
    // What a killed server leaves open is cut: the payer sees it, and asks again.
    server.once('close', () => (server.bytesWritten === 0 && left > 1 ? handOn(client, left - 1) : client.destroy()))
    server.on('error', () => server.destroy())
    client.once('close', () => server.destroy())
  }
  const balancer = createServer((client) => {
    hold(client)
    client.on('error', () => client.destroy())
    handOn(client, ports.length)
  })
  await new Promise<void>((resolve) => balancer.listen(0, '127.0.0.1', resolve))
  const stop = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise<unknown>((done) => balancer.close(done))
  }
  return { origin: `http://127.0.0.1:${(balancer.address() as AddressInfo).port}`, stop }
}

const startServer = async (port: number, env: Readonly<Record<string, string>>): Promise<ChildProcess> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'examples/merchant/main.ts'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout as NonNullable<typeof child.stdout> }).once('line', () => resolve())
    child.once('exit', (code) => reject(new Error(`a merchant server ended with ${code}`)))
  })
  return child
}

const end = async (child: ChildProcess, signal: NodeJS.Signals) => {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await ended
}

/** `count` servers on one store; the wallets, too, reach them by the one origin. */
export const openStreet = async (count: number, env: Readonly<Record<string, string>>) => {
  const ports: number[] = []
  while (ports.length < count) ports.push(await nextFree((ports.at(-1) ?? firstPort) + 1))
  const balancer = await openBalancer(ports)
  const start = (port: number) => startServer(port, { ...env, NOTIFY_ORIGIN: balancer.origin })
  const servers: ChildProcess[] = []
  for (const port of ports) servers.push(await start(port))
  const replace = async (index: number) => {
    const [server, port] = [servers[index], ports[index]]
    if (!server || !port) throw new Error(`there is no server ${index}`)
    await end(server, 'SIGKILL')
    servers[index] = await start(port)
  }
  const replaced = new Map<number, Promise<void>>()
  return {
    origin: balancer.origin,
    /**
     * SIGKILL: nothing is finished, nothing is said. Then another process takes its place. Where one is just starting
     * there, it is that one which is killed, once it stands.
     */
    killAndRestart: (index: number) => {
      const next = (replaced.get(index) ?? Promise.resolve()).then(() => replace(index))
      replaced.set(index, next)
      return next
    },
    stop: async () => {
      await Promise.all(servers.map((server) => end(server, 'SIGTERM')))
      await balancer.stop()
    },
  }
}

export type Street = Awaited<ReturnType<typeof openStreet>>
