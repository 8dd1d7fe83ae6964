/** Mini programs of WeChat's that use the package: native, and made by Taro and uni-app. Each is built, and pays the real merchant. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { merchantSays, newId } from '../../examples/play/books.ts'
import { newOrder } from '../../examples/play/mini-program.ts'
import { openTown } from '../../examples/play/town.ts'
import { launch, newPayer } from '../engines/payer.ts'
import { quickJs } from '../package/quickjs.ts'
import { built } from './built.ts'

/** `needs` is what the tool's own runtime asks for beside `wx`, App, Page and timers. `tap` is the event of WeChat's. */
const programs = [
  {
    what: 'a native mini program, by WeChat’s packer',
    project: { name: 'mini', build: ['node', 'build.js'], output: 'dist' },
    spared: [],
    needs: '',
    tap: 'void page.pay()',
  },
  {
    what: 'Taro',
    project: { name: 'taro', build: ['node_modules/.bin/taro', 'build', '--type', 'weapp'], output: 'dist' },
    spared: [],
    needs: '',
    tap: `page.eh({ type: 'tap', target: {}, currentTarget: { id: page.data['root.cn'][0].sid, dataset: {} } })`,
  },
  {
    what: 'uni-app',
    project: {
      name: 'uni-app',
      build: ['node_modules/.bin/uni', 'build', '-p', 'mp-weixin'],
      output: 'dist/build/mp-weixin',
    },
    spared: ['Proxy'],
    needs: `globalThis.global = {}
      for (const name of ['getAppBaseInfo', 'getDeviceInfo', 'getWindowInfo']) wx[name] = () => ({});`,
    tap: `page[page.data.b]({ type: 'tap', target: {}, currentTarget: { dataset: {} } })`,
  },
] as const

const scratch = mkdtempSync(join(tmpdir(), 'isopay-mini-programs-'))
afterAll(() => rmSync(scratch, { recursive: true }))

it.each(programs)('$what pays once', async ({ project, spared, needs, tap }) => {
  const payer = newPayer()
  const code = needs + built(project, scratch)
  // After the build, which answers nobody while it runs.
  const town = await openTown({ dataDir: join(scratch, project.name) })
  onTestFinished(() => town.stop())
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
