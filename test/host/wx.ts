/** A mini program's hands over a `wx` that is as the test says. */
import { makeMiniHost } from '../../src/host/mini.ts'

/** What is handed to a function of the runtime, with the two ways in which it answers. */
export type Call = Record<string, unknown> & { success: (answer: unknown) => void; fail: (answer: unknown) => void }

/** `boxed`: storage takes and gives objects, as Alipay's does. */
export const hostOver = (sdk: object, boxed?: true) =>
  makeMiniHost({ name: 'wx', sdk: () => sdk, ...(boxed && { boxed }) })
