/** What is tried, at which versions: the README prints it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lockedOf } from './project.ts'

const read = (path: string): string => readFileSync(join(import.meta.dirname, path), 'utf8')

/** `packages` are those whose versions are told, as the project locks them. */
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
  { what: 'Node, ESM and CommonJS', project: 'node', packages: [], does: 'a till takes a payment code' },
  {
    what: 'a worker, as Cloudflare runs it',
    project: 'worker',
    packages: ['miniflare', 'workerd'],
    does: 'is the shop; its page pays in Chromium',
  },
  {
    what: 'a native mini program, WeChat’s packer',
    project: 'mini',
    packages: ['miniprogram-ci'],
    does: 'built; pays in a bare engine',
  },
  { what: 'Taro', project: 'taro', packages: ['@tarojs/cli'], does: 'built; pays in a bare engine' },
  { what: 'uni-app', project: 'uni-app', packages: ['@dcloudio/uni-app'], does: 'built; pays in a bare engine' },
  {
    what: 'TypeScript',
    project: 'types',
    packages: ['5.0', '5.1', '5.2', '5.3', '5.4', '5.5', '5.6', '5.7', '5.8', '5.9'].map(
      (each) => `typescript-${each}`,
    ),
    does: 'reads the types: `node16`, `bundler`',
  },
]

/** Every TypeScript is one already, and has no need to say so. */
const told = ({ what, project, packages, does }: (typeof matrix)[number]) => {
  const versions = packages.map((name) => `${name} ${lockedOf(project, name)}`.replace(/^typescript-\S+ /, ''))
  return { what, versions: versions.join(', ') || '–', does }
}

it('is the table that the README prints', () => {
  const rows = matrix.map(told)
  console.table(rows)
  const file = join(import.meta.dirname, 'matrix.json')
  if (process.env.PRINT_DOCS) writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`)
  expect(JSON.parse(read('matrix.json'))).toEqual(rows)
})

it('has a row for each project that is here, and each is installed by a test', () => {
  const here = readdirSync(import.meta.dirname).filter((name) =>
    existsSync(join(import.meta.dirname, name, 'package.json')),
  )
  expect(matrix.map(({ project }) => project).sort()).toEqual(here.sort())
  const tests = ['consumers', 'mini-programs', 'types'].map((name) => read(`${name}.test.ts`)).join()
  for (const name of here) expect(tests).toMatch(new RegExp(`(?:project\\(|install\\(|name: )'${name}'`))
})
