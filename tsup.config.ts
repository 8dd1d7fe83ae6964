/** The builds: the doors for bundlers (ky in a chunk of its own), for `require`, and one file for a script tag. */
import { defineConfig, type Options } from 'tsup'

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
])
