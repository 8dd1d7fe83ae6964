/** What a bundler makes of a page that imports something. */
import { build } from 'esbuild'
import { root } from './tarball.ts'

/** `page` is a module in the package's root. Its bundle, with the npm packages that are in it. */
export const bundle = async (page: string, external: readonly string[] = []) => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: page, resolveDir: root },
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
    tsconfigRaw: {},
    external: [...external],
    mainFields: ['module', 'main'],
    logLevel: 'silent',
  })
  const packages = Object.keys(metafile.inputs).flatMap(
    (path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
  )
  return { code: outputFiles.map(({ text }) => text).join(''), packages: [...new Set(packages)].sort() }
}
