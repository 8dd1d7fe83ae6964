/** What is tried, at which versions: the README prints it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { versionOf } from './project.ts'

const typescripts = ['5.0', '5.1', '5.2', '5.3', '5.4', '5.5', '5.6', '5.7', '5.8', '5.9']
const engine = '../engines'

/** `test` is where it is tried. Versions are those that the project locks. */
const matrix = [
  { what: 'Vite, Vue', project: 'vite', packages: ['vite', 'vue'], does: 'built; pays in Chromium' },
  { what: 'webpack, the panel', project: 'webpack', packages: ['webpack'], does: 'built; pays in Chromium' },
  {
    what: 'Next.js, React',
    project: 'next',
    packages: ['next', 'react'],
    does: 'rendered by a server; pays in Chromium',
  },
  { what: 'a script tag with `integrity`', project: 'script', packages: [], does: 'pays in Chromium' },
  {
    what: 'Node, ESM and CommonJS',
    project: 'node',
    packages: [],
    does: 'takes a payment code; a page answers `unsupported`',
  },
  {
    what: 'a worker, as Cloudflare runs it',
    project: 'worker',
    packages: ['miniflare'],
    does: 'answers `unsupported`; checks the contract',
  },
  {
    what: 'WeChat’s mini-program packer',
    project: engine,
    packages: ['miniprogram-ci'],
    does: 'packed; pays in four engines',
  },
  { what: 'Taro', project: `${engine}/taro`, packages: ['@tarojs/cli'], does: 'built; pays in a bare engine' },
  {
    what: 'uni-app',
    project: `${engine}/uni-app`,
    packages: ['@dcloudio/uni-app'],
    does: 'built; pays in a bare engine',
  },
  {
    what: 'TypeScript',
    project: 'types',
    packages: typescripts.map((each) => `typescript-${each}`),
    does: 'reads the types: `node16`, `bundler`',
  },
]

it('is the table that the README prints', () => {
  const told = matrix.map(({ what, project, packages, does }) => {
    const versions = packages.map(
      (name) => `${name.startsWith('typescript') ? '' : `${name} `}${versionOf(project, name)}`,
    )
    return { what, versions: versions.join(', ') || '–', does }
  })
  console.table(told)
  const file = join(import.meta.dirname, 'matrix.json')
  if (process.env.PRINT_DOCS) writeFileSync(file, `${JSON.stringify(told, null, 2)}\n`)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(told)
})
