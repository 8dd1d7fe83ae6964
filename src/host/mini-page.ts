/** A mini program in front of the payer or behind: it has no URL, and nowhere to leave to. */
import type { Page } from '../core/ports.ts'
import { reach } from '../core/reach.ts'
import { noPage } from './no-page.ts'

type Hear = (news: unknown) => void

/** A runtime without the event, or without a way to forget a listener, is left as it is. */
const listen = (sdk: unknown, event: string, hear: Hear): (() => void) => {
  reach(sdk, `on${event}`)?.(hear)
  return () => void reach(sdk, `off${event}`)?.(hear)
}

export const miniPage = (sdk: unknown): Page => {
  let hidden = false
  return {
    ...noPage,
    hidden: () => hidden,
    onWake: (listener) => {
      hidden = false // a payment begins in front of the payer; nobody listened while the last one was over
      const forgetShow = listen(sdk, 'AppShow', () => {
        hidden = false
        listener()
      })
      const forgetOnline = listen(sdk, 'NetworkStatusChange', (news) => {
        if (Object(news).isConnected === true) listener()
      })
      return () => {
        forgetShow()
        forgetOnline()
      }
    },
    onHide: (listener) =>
      listen(sdk, 'AppHide', () => {
        hidden = true
        listener()
      }),
  }
}
