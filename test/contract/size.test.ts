import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'tsup'
import { expect, it } from 'vitest'

const minified = async (entry: string): Promise<string> => {
  const outDir = await mkdtemp(join(tmpdir(), 'isopay-'))
  try {
    await build({
      entry: { out: entry },
      outDir,
      config: false,
      silent: true,
      minify: true,
      format: 'esm',
      target: 'es2015',
    })
    return await readFile(join(outDir, 'out.js'), 'utf8')
  } finally {
    await rm(outDir, { recursive: true })
  }
}

it('the check and its data are at most 1.4 KB, gzip', { timeout: 20_000 }, async () => {
  const sources = await Promise.all(
    ['check', 'derived', 'action-shapes'].map((name) => `src/contract/${name}.ts`).map(minified),
  )
  const { length } = gzipSync(sources.join(''), { level: 9 })
  console.log(`check.ts, derived.ts and action-shapes.ts: ${length} bytes, gzip`)
  expect(length).toBeLessThanOrEqual(1_400)
  expect(sources.join('')).not.toMatch(
    /\b(?:zod|eval|Function|BigInt|URL|Proxy)\b|Object\.(?:entries|fromEntries|hasOwn)\b/,
  )
})
