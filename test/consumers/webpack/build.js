import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import webpack from 'webpack'

const path = join(import.meta.dirname, 'dist')
const options = {
  mode: 'production',
  context: import.meta.dirname,
  entry: './main.js',
  output: { path, publicPath: 'auto' },
}

webpack(options, (error, stats) => {
  if (error || stats.hasErrors() || stats.hasWarnings()) throw error ?? new Error(stats.toString('errors-warnings'))
  writeFileSync(join(path, 'index.html'), '<!doctype html>\n<body>\n<script src="main.js"></script>\n')
})
