/** The builds: the doors for bundlers (ky in a chunk of its own), for `require`, one file for a script tag, one for mini programs; the contract's document. */
import { readFile, writeFile } from 'node:fs/promises'
import { defineConfig, type Options } from 'tsup'
import { writeProvenance } from './.build/provenance.ts'
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

const shared: Options = {
  target: 'es2017',
  platform: 'neutral',
  minify: true,
  clean: false,
  noExternal: ['ky', 'qrcode'],
  external: ['zod', 'react', 'vue', /^node:/],
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
  // By themselves: what tests and a terminal load must not cut a page's chunks into smaller ones.
  {
    ...shared,
    entry: ['src/testing.ts', 'src/cli.ts'],
    format: ['esm'],
    splitting: true,
    dts: { entry: 'src/testing.ts' },
  },
  // A chunk loaded by `import()` out of CommonJS would hand its exports on as `default.default`.
  { ...shared, entry: [...doors, 'src/testing.ts'], format: ['cjs'], splitting: false, dts: true },
  {
    ...shared,
    entry: { isopay: 'src/index.ts' },
    format: ['iife'],
    globalName: 'Isopay',
    outExtension: () => ({ js: '.global.js' }),
    banner: { js: '/*! isopay, MIT. It holds code of others: see licenses.txt */' },
    // Inside of a function V8 skims functions and reads every arrow in full: 0.4 KB more, and a third less time to start.
    esbuildOptions: (options, context) => {
      shared.esbuildOptions?.(options, context)
      options.supported = { ...options.supported, arrow: false }
    },
    onSuccess: writeProvenance,
  },
  {
    ...shared,
    entry: { index: 'src/mini.ts' },
    outDir: 'dist/mini',
    format: ['cjs'],
    target: 'es2015',
    minify: 'terser', // 4 % smaller than esbuild's, and slow: here it matters most
    terserOptions: { ecma: 2015, toplevel: true, compress: { passes: 3 } },
    outExtension: () => ({ js: '.js' }),
    // Below a package of modules, `require` would otherwise hand out an empty object.
    onSuccess: () => writeFile('dist/mini/package.json', '{ "type": "commonjs" }\n'),
  },
])
