/** Bundles an app as any bundler does: the example needs no server or build tool of a framework's. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Options } from 'tsup'
import { compileScript, parse } from 'vue/compiler-sfc'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

/** A `.vue` file with `<script setup>`, compiled together with its template. */
const vueFiles: Plugin = {
  name: 'vue-files',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.vue$/ }, ({ path }) => {
      const { descriptor } = parse(readFileSync(path, 'utf8'), { filename: path })
      const { content } = compileScript(descriptor, { id: path, inlineTemplate: true })
      return { contents: content, loader: 'js' }
    })
  },
}

const entryOf = (room: URL): string => {
  const entry = ['main.jsx', 'main.js'].find((name) => existsSync(new URL(name, room)))
  if (!entry) throw new Error(`No main.js in ${room}`)
  return fileURLToPath(new URL(entry, room))
}

export const bundle = (room: URL, watch: boolean): Promise<void> =>
  build({
    entry: { app: entryOf(room) },
    outDir: fileURLToPath(new URL('dist/', room)),
    config: false,
    silent: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2020',
    splitting: true,
    watch: watch && [fileURLToPath(room)],
    noExternal: [/.*/],
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    esbuildPlugins: [vueFiles],
    esbuildOptions: (options) => {
      options.jsx = 'automatic'
    },
  })
