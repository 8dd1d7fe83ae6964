/** Why an app's bridge did not pay. */
import type { Symptom } from './diagnose.ts'

export const ownApps: readonly Symptom[] = [
  {
    sign: /errCode\W{1,4}-1\b|普通错误|General errors/,
    cause: 'WeChat’s OpenSDK refused the order',
    check: 'Bundle id or package name and signature are the ones registered for this appid; sign covers these params',
  },
  {
    sign: /bridge_missing/,
    cause: 'The app brings no bridge to this wallet along',
    check: 'The option `bridge` of createCheckout, or the shell’s plugin for this wallet',
  },
]

export const unionpay: readonly Symptom[] = [
  {
    sign: /bridge_missing/,
    cause: 'upsdk is not in the page',
    check: 'The page loads https://open.95516.com/s/open/js/upsdk.js before it pays',
  },
]
