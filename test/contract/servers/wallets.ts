/** The same office with both wallets changed. */
import type { Office } from '../../../examples/merchant/office.ts'
import type { Wallet } from '../../../examples/merchant/wallet.ts'

type Change = (wallet: Wallet, office: Office) => Partial<Wallet>

export const wallets =
  (change: Change) =>
  (office: Office): Office => {
    const { wechat, alipay } = office.wallets
    return {
      ...office,
      wallets: { wechat: { ...wechat, ...change(wechat, office) }, alipay: { ...alipay, ...change(alipay, office) } },
    }
  }
