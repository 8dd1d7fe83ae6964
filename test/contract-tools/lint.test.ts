import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const redocly = fileURLToPath(new URL('node_modules/@redocly/cli/bin/cli.js', import.meta.url))
const document = fileURLToPath(new URL('../../dist/openapi.json', import.meta.url))

it('has nothing that a linter of OpenAPI documents finds', () => {
  const args = [redocly, 'lint', document, '--format', 'json', '--max-problems', '1000']
  const { totals } = JSON.parse(
    execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  )
  expect(totals).toMatchObject({ errors: 0, warnings: 0 })
})
