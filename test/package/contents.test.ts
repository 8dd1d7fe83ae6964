/** What is in the files, and what must never be: for old engines, strict pages and whoever imports one thing only. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'acorn'
import { describe, expect, it } from 'vitest'
import { bundle } from './bundle.ts'
import { doors, root } from './tarball.ts'

const dist = join(root, 'dist')
const read = (name: string): string => readFileSync(join(dist, name), 'utf8')
const scripts = readdirSync(dist, { encoding: 'utf8', recursive: true }).filter((name) => /\.c?js$/.test(name))

describe.each(scripts)('dist/%s', (name) => {
  const code = read(name)

  it(`is read by an engine of ${name.startsWith('mini/') ? 2015 : 2017}`, () => {
    const sourceType = name.endsWith('.cjs') || /global|mini/.test(name) ? 'script' : 'module'
    // `import()` is younger than ES2017, and every engine that loads a module has it.
    const old = sourceType === 'module' ? code.replaceAll('import(', 'load(') : code
    expect(() =>
      parse(old, { ecmaVersion: name.startsWith('mini/') ? 2015 : 2017, sourceType, allowHashBang: true }),
    ).not.toThrow()
  })

  it.each([
    ['makes no code of texts', /\beval\(|\bFunction\(/],
    ['asks for no environment variable', /process\.env|import\.meta/],
    ['holds no path of the machine that built it', /\/work\/|\/home\/|node_modules/],
  ])('%s', (_what, pattern) => {
    expect(code.match(pattern)?.[0]).toBeUndefined()
  })
})

/** What a page loads at once with a door, all of it: ky comes later, and its own calls are guarded or never made. */
const loadedBy = (name: string, seen = new Set<string>()): string => {
  if (seen.has(name)) return ''
  seen.add(name)
  const code = read(name)
  return [
    code,
    ...[...code.matchAll(/(?:from|import)"\.\/([^"]+)"/g)].map(([, other]) => loadedBy(other ?? '', seen)),
  ].join('\n')
}

it.each(['index', 'element', 'qr', 'react', 'vue'])(
  'a page with isopay/%s calls nothing younger than ES2017',
  (door) => {
    const younger =
      /Object\.(?:fromEntries|hasOwn)\b|Promise\.(?:any|allSettled)\b|\.(?:at|flat|flatMap|finally|matchAll|replaceAll|trimStart|trimEnd|findLast)\(/
    expect(loadedBy(`${door}.js`).match(younger)?.[0]).toBeUndefined()
  },
)

const outside = (door: string): readonly string[] => {
  const names = [...read(`${door}.cjs`).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name ?? '')
  return [...new Set(names)]
}

describe('the packages that a door asks for', () => {
  const wanted: Readonly<Record<string, readonly string[]>> = { contract: ['zod'], react: ['react'], vue: ['vue'] }

  it.each(doors)('%s', (door) => {
    expect(outside(door)).toEqual(wanted[door] ?? [])
  })
})

describe('a bundle', () => {
  it.each(doors)('of a page that imports isopay/%s and uses nothing is empty', async (door) => {
    const { code } = await bundle(`import './dist/${door}.js'`, ['react', 'vue', 'zod'])
    expect(code.replace(/^(?:\/\/.*|import ".*";)\n/gm, '').trim()).toBe('')
  })

  it('of the channel for Alipay’s browser has nothing of WeChat’s in it', async () => {
    const { code } = await bundle("export * from './src/channels/alipay-bridge.ts'")
    expect(code).toContain('AlipayJSBridge')
    expect(code).not.toMatch(/Weixin|wechat/i)
  })

  it('of a door for servers and tills has no panel, and of the panel no way of paying', async () => {
    const [till, panel] = await Promise.all(
      ['till', 'element'].map((door) => bundle(`export * from './dist/${door}.js'`)),
    )
    expect(till?.code).not.toMatch(/isopay-panel|WeixinJSBridge/)
    expect(panel?.code).not.toMatch(/WeixinJSBridge|AlipayJSBridge/)
  })
})
