/** News between the tabs of one origin, and between the checkouts of one page. */
import type { Host } from '../core/ports.ts'
import { webStore } from './web-store.ts'

type Tabs = Pick<Host, 'announce' | 'hear'>

/** The channel is open only while somebody listens, and never while the page is away: an open one can bar it from the back/forward cache. */
const channelTabs: Tabs = {
  announce: (name) => {
    const channel = new BroadcastChannel(name)
    channel.postMessage('')
    channel.close()
  },
  hear: (name, listener) => {
    let channel: BroadcastChannel | null = null
    const open = () => {
      channel ??= new BroadcastChannel(name)
      channel.onmessage = () => listener()
    }
    const close = () => {
      channel?.close()
      channel = null
    }
    open()
    addEventListener('pagehide', close)
    addEventListener('pageshow', open)
    return () => {
      removeEventListener('pagehide', close)
      removeEventListener('pageshow', open)
      close()
    }
  },
}

/** Without BroadcastChannel (Safari before 15.4): a change in storage is told to the other tabs. */
const storageTabs: Tabs = {
  announce: (name) => {
    if (webStore.write(`${name}/news`, String(Date.now()))) webStore.erase(`${name}/news`)
  },
  hear: (name, listener) => {
    const hear = ({ key, newValue }: StorageEvent) => {
      if (key === `${name}/news` && newValue !== null) listener()
    }
    addEventListener('storage', hear)
    return () => removeEventListener('storage', hear)
  },
}

export const makeTabs = (): Tabs => (typeof BroadcastChannel === 'function' ? channelTabs : storageTabs)
