/** Three builds: the doors for bundlers and Node, and one file for a script tag. */
import { defineConfig, type Options } from 'tsup'

const shared: Options = {
  target: 'es2017',
  platform: 'neutral',
  minify: true,
  treeshake: true,
  clean: false,
  noExternal: ['ky', 'qrcode'],
  external: ['zod'],
  esbuildOptions: (options) => {
    options.mainFields = ['module', 'main']
    options.legalComments = 'linked'
    options.charset = 'utf8'
  },
}

export default defineConfig([
  {
    ...shared,
    entry: ['src/index.ts', 'src/contract.ts', 'src/qr.ts'],
    format: ['esm', 'cjs'],
    splitting: true,
    dts: true,
  },
  {
    ...shared,
    entry: { isopay: 'src/index.ts' },
    format: ['iife'],
    globalName: 'Isopay',
    outExtension: () => ({ js: '.global.js' }),
  },
])
