/** What mounting a panel again and again leaves behind in its page. */
import type { Stall } from './pages.ts'

/** To run before the page: its timers that have not fired yet stand in `waiting`. */
export const counted = `{ window.waiting = new Set()
  const [set, clear] = [setTimeout, clearTimeout]
  window.setTimeout = (work, ms) => {
    const timer = set(() => { waiting.delete(timer); work() }, ms)
    waiting.add(timer)
    return timer
  }
  window.clearTimeout = (timer) => { waiting.delete(timer); clear(timer) } }`

const locks = 'navigator.locks.query().then(({ held, pending }) => held.length + pending.length)'

/** How many listen to the payment, timers wait and locks are held or asked for. */
export const heldIn = ({ page }: Stall): Promise<unknown> =>
  page.evaluate(`Promise.all([listening(), waiting.size, ${locks}])`)

/** Counts what the browser holds for the page after its garbage went, by the names of DevTools' metrics. */
export const openMeter = async ({ page }: Stall) => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  return async () => {
    await devtools.send('HeapProfiler.collectGarbage')
    const { metrics } = await devtools.send('Performance.getMetrics')
    return (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  }
}

/** Beside the panel that stands there, of the same checkout. */
export const mountTimes = ({ page }: Stall, count: number): Promise<unknown> =>
  page.evaluate(`for (let count = ${count}; count > 0; count -= 1) {
    const made = document.createElement('isopay-panel')
    made.order = 'order-1'
    made.checkout = panel.checkout
    document.querySelector('main').append(made)
    made.remove()
  }`)
