/**
 * Writes `derived.ts`, the contract's types and the client's check of answers, and `action-shapes.ts`, its check of actions:
 * as plain data, so that neither a bundle nor a `.d.ts` needs zod. `tsx src/contract/derive.ts`; with `--check` it writes
 * nothing and exits 1 on a difference.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { actions, amount, answers, identity, requests, status } from './schemas.ts'
import { fieldsOf, type Schema, type Source, schemaOf, shapeOf, typeOf } from './transcribe.ts'

const types: [name: string, purpose: string, source: Source][] = [
  ['Amount', "An order's total: `value` in the currency's minor unit (fen, cent), `currency` as in ISO 4217.", amount],
  [
    'Identity',
    'Who pays, where a wallet must know it first: `kind` is whose code `value` is, which works once.',
    identity,
  ],
  ['Status', "What a server can say of an order. Only `paid` means that it has the order's money.", status],
  ['PrepareRequest', 'Asks for an action that pays this order here.', requests.prepareRequest],
  ['StatusRequest', 'Asks what became of the money; the answer repeats the nonce.', requests.statusRequest],
  ['CloseRequest', 'Asks to close what is unpaid.', requests.closeRequest],
  ['Prepared', 'An answer to *prepare* that can be carried out. The seconds count from now.', answers.prepared],
  ['Word', "The server's word on an order.", answers.word],
  ['StatusAnswer', 'An answer to *status*: the word, with the nonce that was sent.', answers.statusAnswer],
  ['ErrorAnswer', 'An answer with an HTTP status of 400 or more.', answers.errorAnswer],
]

const names = new Map<string, string>()

const declarations = types.map(([name, purpose, source]) => {
  const schema = schemaOf(source)
  const declaration = `/** ${purpose} */\nexport type ${name} = ${typeOf(schema, names)}`
  names.set(JSON.stringify(schema), name)
  return declaration
})

const entries = (sources: Readonly<Record<string, Source>>, write: (schema: Schema) => string): string =>
  Object.entries(sources)
    .map(([name, source]) => `${JSON.stringify(name)}: ${write(schemaOf(source))}`)
    .join(', ')

const answerNames = Object.keys(answers)
  .map((name) => JSON.stringify(name))
  .join(' | ')

const derived = `/** Made from \`schemas.ts\` and \`actions.ts\` by \`npm run derive\`: change those, not this. */
import type { Shape } from './check.ts'

${declarations.join('\n')}
/** What a server may answer to *prepare*, by kind. */
export type Actions = { ${entries(actions, (schema) => typeOf(schema, names))} }
export type Action = Actions[keyof Actions]

/** What the client checks of an answer. */
export const answerShapes: Readonly<Record<${answerNames}, Shape>> = { ${entries(answers, shapeOf)} }
`

/** `wechat.bridge` → `wechatBridgeShape`. */
const nameOf = (kind: string): string => `${kind.replace(/\.(.)/g, (_, letter) => letter.toUpperCase())}Shape`

const actionShapes = Object.entries(actions).map(
  ([kind, action]) => `export const ${nameOf(kind)}: Shape = ${shapeOf(fieldsOf(schemaOf(action)))}`,
)

const actionSource = `/**
 * What the client checks of an action before it carries it out, beside the \`kind\` by which its channel was found. Each
 * by itself, so that a bundle holds those of its own channels. Made from \`actions.ts\` by \`npm run derive\`: change that.
 */
import type { Shape } from './check.ts'

${actionShapes.join('\n\n')}
`

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')
const formatted = (path: string, input: string): string =>
  execFileSync(process.execPath, [biome, 'format', `--stdin-file-path=${path}`], { input, encoding: 'utf8' })

for (const [file, source] of [
  ['derived.ts', derived],
  ['action-shapes.ts', actionSource],
] as const) {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const text = formatted(path, source)
  if (!process.argv.includes('--check')) writeFileSync(path, text)
  else if (readFileSync(path, 'utf8') !== text) {
    console.error(`${file} is not what \`npm run derive\` makes of the schemas`)
    process.exitCode = 1
  }
}
