/** Mini programs that Taro and uni-app make of `import { createCheckout } from 'isopay'`, with the real merchant's answers. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { merchantSays, newId } from '../../examples/play/books.ts'
import { newOrder } from '../../examples/play/mini-program.ts'
import { openTown, type Town } from '../../examples/play/town.ts'
import { quickJs } from '../package/quickjs.ts'
import { built } from './built.ts'
import { launch, newPayer } from './payer.ts'

/** `needs` is what the framework's own runtime asks for beside `wx`, App, Page and timers. `tap` is the event of WeChat's. */
const frameworks = [
  {
    name: 'Taro',
    project: { folder: 'taro', build: ['taro', 'build', '--type', 'weapp'], output: 'dist' },
    spared: [],
    needs: '',
    tap: `page.eh({ type: 'tap', target: {}, currentTarget: { id: page.data['root.cn'][0].sid, dataset: {} } })`,
  },
  {
    name: 'uni-app',
    project: { folder: 'uni-app', build: ['uni', 'build', '-p', 'mp-weixin'], output: 'dist/build/mp-weixin' },
    spared: ['Proxy'],
    needs: `globalThis.global = {}
      for (const name of ['getAppBaseInfo', 'getDeviceInfo', 'getWindowInfo']) wx[name] = () => ({});`,
    tap: `page[page.data.b]({ type: 'tap', target: {}, currentTarget: { dataset: {} } })`,
  },
] as const

const dataDir = mkdtempSync(join(tmpdir(), 'isopay-frameworks-'))
const scripts = new Map<string, string>()
let town: Town
beforeAll(async () => {
  for (const { name, project } of frameworks) scripts.set(name, built(project))
  town = await openTown({ dataDir })
}, 300_000)
afterAll(async () => {
  await town.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

describe.each(frameworks)('$name', ({ name, spared, needs, tap }) => {
  it('pays in a bare engine, once', async () => {
    const payer = newPayer()
    const code = needs + scripts.get(name)
    const { evaluate } = launch(town, 'wechat', payer, { bare: quickJs, code, spared })
    const order = await newOrder(town)
    evaluate(`open('pages/pay-order', { order: '${order}' })`)
    const shown = () => JSON.stringify(evaluate('page.data'))
    await expect.poll(shown, { timeout: 10_000 }).toContain('"Pay"')
    evaluate(tap)
    await expect.poll(shown, { timeout: 10_000 }).toContain('"paid"')
    const { status, paidBy = '' } = await merchantSays(town, { payment: newId(), order })
    expect([status, town.wallets.ledger.taken(paidBy), payer.invoked]).toEqual(['paid', 1, 1])
  })
})
