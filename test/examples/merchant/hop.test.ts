/** A page in a mini program's web-view cannot pay: the mini program's native page does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Market, newId, openMarket } from './market.ts'

let market: Market
beforeAll(async () => {
  market = await openMarket()
})
afterAll(() => market.stop())

describe.each(['wechat', 'alipay'])('%s', (wallet) => {
  const inWebView = { platform: `${wallet}-webview`, accepts: [`${wallet}.hop`], wallet: undefined }

  const native = async () => {
    const identity = { kind: 'login-code', value: await market.phone.loginCode(wallet) }
    return { platform: `${wallet}-mini`, accepts: [`${wallet}.mini`], wallet: undefined, identity }
  }

  it('is answered with the native page and the order, and opens no wallet order', async () => {
    const [web, order] = [newId(), await market.order()]
    const { body } = await market.prepare(web, order, inWebView)
    expect(body.action).toEqual({ kind: `${wallet}.hop`, path: `/pages/pay/index?order=${order}` })
    expect((await market.prepare(web, order, inWebView)).body.action).toEqual(body.action)
    expect(market.wallets.ledger.trades().some(({ number }) => number === web)).toBe(false)
  })

  it('stays open while the native page pays, and is told who paid', async () => {
    const [web, mini, order] = [newId(), newId(), await market.order()]
    await market.prepare(web, order, inWebView)
    const { kind, ...params } = (await market.prepare(mini, order, await native())).body.action ?? {}
    expect([kind, (await market.status(web, order)).body.status]).toEqual([`${wallet}.mini`, 'pending'])
    const { appid } = market.accounts.wechat.mini
    await market.phone.tap(wallet, wallet === 'wechat' ? { ...params, appId: appid } : params)
    expect((await market.status(web, order, { waitSeconds: 5 })).body).toMatchObject({ status: 'paid', paidBy: mini })
    expect((await market.prepare(web, order, inWebView)).body).toMatchObject({ status: 'paid', paidBy: mini })
  })

  it('that was closed opens nothing, and closes nothing of the native page’s', async () => {
    const [web, mini, order] = [newId(), newId(), await market.order()]
    await market.prepare(web, order, inWebView)
    await market.prepare(mini, order, await native())
    expect((await market.close(web, order)).body.status).toBe('closed')
    expect((await market.prepare(web, order, inWebView)).body.status).toBe('closed')
    expect((await market.status(mini, order)).body.status).toBe('pending')
  })
})
