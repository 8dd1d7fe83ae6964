/** The builds: the doors for bundlers (ky in a chunk of its own), for `require`, one file for a script tag, one for mini programs. */
import { writeFile } from 'node:fs/promises'
import { defineConfig, type Options } from 'tsup'
import type * as older from './src/host/older.ts'

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
  external: ['zod', 'react', 'vue'],
  esbuildOptions: (options) => {
    options.mainFields = ['module', 'main']
    options.legalComments = 'linked'
    options.charset = 'utf8'
    options.inject = ['src/host/older.ts']
    options.define = { ...options.define, ...replaced }
  },
}

const names = ['index', 'contract', 'qr', 'till', 'element', 'react', 'vue']
const doors = names.map((name) => `src/${name}.ts`)

export default defineConfig([
  { ...shared, entry: doors, format: ['esm'], splitting: true, dts: true },
  // A chunk loaded by `import()` out of CommonJS would hand its exports on as `default.default`.
  { ...shared, entry: doors, format: ['cjs'], splitting: false, dts: true },
  {
    ...shared,
    entry: { isopay: 'src/index.ts' },
    format: ['iife'],
    globalName: 'Isopay',
    outExtension: () => ({ js: '.global.js' }),
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
