/** The builds: the doors for bundlers (ky in a chunk of its own), for `require`, one file for a script tag, one for mini programs; the contract's document. */
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { defineConfig, type Options } from 'tsup'
import { openapi } from './src/contract/openapi.ts'
import type * as older from './src/host/older.ts'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

/** uni-app runs at once what is behind `import()`, and there is no TextEncoder: ky measures a constant of its own by one. */
const measured: Plugin = {
  name: 'measured',
  setup: ({ onLoad }) => {
    onLoad({ filter: /ky.distribution.core.constants\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8')
      return {
        contents: code.replace(/new TextEncoder\(\)\.encode\('([ -~]+)'\)\.length/, (_, { length }) => `${length}`),
      }
    })
  },
}

/** ky is lowered in its syntax; what it calls is not, by itself. */
const replaced: Readonly<Record<string, keyof typeof older>> = {
  globalThis: 'everything',
  'Object.hasOwn': 'hasOwn',
  'Object.fromEntries': 'fromEntries',
}

/** The packages whose code is in ours: ky asks, the two others draw QR codes. */
const bundled = ['ky', 'qrcode', 'dijkstrajs']

const licenceOf = async (name: string): Promise<string> => {
  const folder = `node_modules/${name}`
  const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each))
  return `${name}\n\n${(await readFile(`${folder}/${file}`, 'utf8')).trim()}\n`
}

const writeLicences = async () =>
  writeFile('dist/licenses.txt', (await Promise.all(bundled.map(licenceOf))).join('\n\n'))

/** For `integrity` in a script tag: https://www.w3.org/TR/SRI/ */
const writeHashes = async () => {
  const name = 'isopay.global.js'
  const hash = createHash('sha384').update(await readFile(`dist/${name}`))
  await writeFile('dist/sri.json', `${JSON.stringify({ [name]: `sha384-${hash.digest('base64')}` })}\n`)
}

const shared: Options = {
  target: 'es2017',
  platform: 'neutral',
  minify: true,
  clean: false,
  noExternal: ['ky', 'qrcode'],
  external: ['zod', 'react', 'vue'],
  esbuildPlugins: [measured],
  esbuildOptions: (options) => {
    options.mainFields = ['module', 'main']
    options.legalComments = 'none'
    options.charset = 'utf8'
    options.inject = ['src/host/older.ts']
    options.define = { ...options.define, ...replaced }
  },
}

const names = ['index', 'contract', 'qr', 'till', 'element', 'react', 'vue']
const doors = names.map((name) => `src/${name}.ts`)

export default defineConfig([
  {
    ...shared,
    entry: doors,
    format: ['esm'],
    splitting: true,
    dts: true,
    onSuccess: () => writeFile('dist/openapi.json', `${JSON.stringify(openapi(), null, 2)}\n`),
  },
  // A chunk loaded by `import()` out of CommonJS would hand its exports on as `default.default`.
  { ...shared, entry: doors, format: ['cjs'], splitting: false, dts: true },
  {
    ...shared,
    entry: { isopay: 'src/index.ts' },
    format: ['iife'],
    globalName: 'Isopay',
    outExtension: () => ({ js: '.global.js' }),
    banner: { js: '/*! isopay, MIT. It holds code of others: see licenses.txt */' },
    onSuccess: async () => {
      await Promise.all([writeLicences(), writeHashes()])
    },
  },
  {
    ...shared,
    entry: { index: 'src/mini.ts' },
    outDir: 'dist/mini',
    format: ['cjs'],
    target: 'es2015',
    outExtension: () => ({ js: '.js' }),
    // Below a package of modules, `require` would otherwise hand out an empty object.
    onSuccess: () => writeFile('dist/mini/package.json', '{ "type": "commonjs" }\n'),
  },
])
