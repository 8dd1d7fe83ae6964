/** `npm run dev` in `examples/react` or `examples/vue`: serves the folder it is called from. */
import { pathToFileURL } from 'node:url'
import { portFor } from '../play/ports.ts'
import { startApp } from './app.ts'

const room = pathToFileURL(`${process.cwd()}/`)
const app = await startApp({ room, port: await portFor(process.env.PORT, 5173), watch: true })

console.log(`The app      ${app.origin}/`)
console.log(`The phones   ${app.town.wallets.origin}/wechat/ and ${app.town.wallets.origin}/alipay/, to scan its codes`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => app.stop().then(() => process.exit()))
