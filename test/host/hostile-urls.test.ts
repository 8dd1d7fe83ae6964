import { afterEach, expect, it, vi } from 'vitest'
import { allowedUrl } from '../../src/host/navigation.ts'
import { webPage } from '../../src/host/web-page.ts'

const limits = {
  pageUrl: () => 'https://shop.example/pay',
  hosts: ['cashier.example:8443'],
  endpoint: 'https://api.shop.example/pay',
}

const good = ['wx.tenpay.com', 'openapi.alipay.com', 'cashier.example:8443', 'api.shop.example']
const evil = [
  'evil.example',
  '127.0.0.1',
  '[::1]',
  '0x7f.1',
  '2130706433',
  'localhost',
  'xn--evl-vma.example',
  'evil。example',
  'wx.tenpаy.com', // a Cyrillic а
  'ⅴⅴx.tenpay.com', // a Roman five, twice
  'wx.tenpay.com.evil.example',
  'wx.tenpay.com%2eevil.example',
  'wx-tenpay.com',
  'tenpay.com',
]

const schemes = [
  'javascript',
  'data',
  'blob',
  'vbscript',
  'file',
  'ftp',
  'ws',
  'wss',
  'intent',
  'about',
  'view-source',
  'filesystem',
  'mqqapi',
  'taobao',
  'alipay',
  'weixinulapi',
  'upwrp',
  'tel',
  'sms',
  'mailto',
  'market',
  'itms-apps',
  'chrome',
  'http',
] // prettier-ignore

/** Characters that a parser drops, or reads as another. */
const disguises = [
  '\t',
  '\n',
  '\r',
  ' ',
  '\u0000',
  '\u0001',
  '\u001f',
  '\u007f',
  '\\',
  '\u00a0',
  '\u2028',
  '\u3000',
  '\ufeff',
]

const upper = (text: string) => text.toUpperCase()
const mixed = (text: string) => [...text].map((sign, place) => (place % 2 ? upper(sign) : sign)).join('')

const bySchemes = schemes.flatMap((scheme) =>
  [scheme, upper(scheme), mixed(scheme)].flatMap((name) => [
    ...good.map((host) => `${name}://${host}/`),
    `${name}:alert(1)`,
    `${name}:https://wx.tenpay.com/`,
  ]),
)

const byHosts = evil.flatMap((host) =>
  good.flatMap((name) => [
    `https://${host}/`,
    `https://${name}@${host}/`,
    `https://${name}:443@${host}/`,
    `https://${name}.${host}/`,
    `https://${host}/${name}`,
    `https://${host}/?https://${name}/`,
    `https://${host}/#@${name}/`,
    `https://${host}?@${name}/`,
    `https://user:pass@${name}/`,
    `https://user@${name}/`,
    `//${host}/${name}`,
    `/\\${host}/${name}`,
    `https:/\\${host}/${name}`,
    `https:${host}`,
  ]),
)

const byDisguise = disguises.flatMap((sign) =>
  good.flatMap((host) => [
    `https://${host}${sign}.evil.example/`,
    `https://${host}/${sign}`,
    `https://${sign}${host}/`,
    `${sign}https://${host}/`,
    `ht${sign}tps://${host}/`,
    `java${sign}script://${host}/%0aalert(1)`,
  ]),
)

const byPort = good.flatMap((host) =>
  [80, 444, 8080, 22, 65_535].map((port) => `https://${host.replace(/:.*/, '')}:${port}/`),
)

const all = [...new Set([...bySchemes, ...byHosts, ...byDisguise, ...byPort])]

it('takes none of more than a thousand hostile URLs for one to go to', () => {
  expect(all.length).toBeGreaterThanOrEqual(1_000)
  expect(all.filter((url) => allowedUrl(url, limits) !== null)).toEqual([])
})

afterEach(() => vi.unstubAllGlobals())

it('leaves a page by none of them, neither by GET nor by POST', () => {
  const [assign, createElement] = [vi.fn(), vi.fn()]
  vi.stubGlobal('location', { href: limits.pageUrl(), assign })
  vi.stubGlobal('document', { createElement })
  const page = webPage(limits)
  for (const url of all) expect([page.leave(url), page.submit(url, { a: '1' })], url).toEqual([false, false])
  expect([assign.mock.calls.length, createElement.mock.calls.length]).toEqual([0, 0])
  expect([page.leave('https://wx.tenpay.com/h5'), assign.mock.calls.length]).toEqual([true, 1])
})
