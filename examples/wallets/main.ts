/** Starts the wallets alone: `PORT` (8787), `DATA_DIR` (`.data/wallets`). */
import { startWallets } from './wallets.ts'

const { PORT = '8787', DATA_DIR = '.data/wallets' } = process.env
const wallets = await startWallets({ port: Number(PORT), dataDir: DATA_DIR })
console.log(`WeChat ${wallets.origin}/wechat/  Alipay ${wallets.origin}/alipay/  Faults ${wallets.origin}/faults/`)
