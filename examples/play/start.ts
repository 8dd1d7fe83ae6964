/** `npm start`: opens the town and its lab, and says how to play. `--tour` plays every scenario by itself and ends. */
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startLab } from '../lab/lab.ts'
import { openWire } from '../lab/wire.ts'
import { buildIfMissing } from './build.ts'
import { guide } from './guide.ts'
import { freePorts, portFor } from './ports.ts'
import { tour } from './tour.ts'
import { openTown, portsNeeded } from './town.ts'

const firstPort = 4080

/** By port, so that a second start beside the first has books of its own. */
const dataDirFor = (port: number) => fileURLToPath(new URL(`../../.data/${port}/`, import.meta.url))

/** Listened to until the end: a terminal and npm each send the signal, and the second must not cut the first off. */
const untilAsked = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve())
  })

const play = async (reset: boolean): Promise<void> => {
  const { PORT, DATABASE_URL } = process.env
  const port = await portFor(PORT, firstPort)
  const ports = await freePorts(port + 1, portsNeeded)
  const dataDir = dataDirFor(port)
  if (reset) rmSync(dataDir, { recursive: true, force: true })
  const asked = untilAsked()
  const wire = openWire(`http://127.0.0.1:${port}`)
  const town = await openTown({ ports, dataDir, databaseUrl: DATABASE_URL, through: wire.through })
  const lab = await startLab(town, wire, port)
  console.log(guide(town, lab.origin))
  await asked
  await lab.stop()
  await town.stop()
}

const { values } = parseArgs({
  options: { reset: { type: 'boolean' }, tour: { type: 'boolean' }, json: { type: 'boolean' } },
})

try {
  await buildIfMissing()
  if (values.tour) process.exitCode = (await tour({ json: values.json === true })) ? 0 : 1
  else await play(values.reset === true)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
