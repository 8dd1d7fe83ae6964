/**
 * Writes `derived.ts`: the contract's types, and the client's check of answers as plain data, so that neither a bundle
 * nor a `.d.ts` needs zod. `tsx src/contract/derive.ts`; with `--check` it writes nothing and exits 1 on a difference.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { actions, amount, answers, identity, requests, status } from './schemas.ts'
import { type Schema, type Source, schemaOf, shapeOf, typeOf } from './transcribe.ts'

const types: [name: string, purpose: string, source: Source][] = [
  ['Amount', "An order's total: `value` in the currency's minor unit (fen, cent), `currency` as in ISO 4217.", amount],
  ['Identity', 'Who pays, where a wallet must know it first: `kind` is whose code `value` is, which works once.', identity],
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

const source = `/** Made from \`schemas.ts\` and \`actions.ts\` by \`npm run derive\`: change those, not this. */
import type { Shape } from './check.ts'

${declarations.join('\n')}
/** What a server may answer to *prepare*, by kind. */
export type Actions = { ${entries(actions, (schema) => typeOf(schema, names))} }
export type Action = Actions[keyof Actions]

/** What the client checks of an answer. */
export const answerShapes: Readonly<Record<${answerNames}, Shape>> = { ${entries(answers, shapeOf)} }

/** What the client checks of an action, by kind, before it carries it out. */
export const actionShapes: Readonly<Record<keyof Actions, Shape>> = { ${entries(actions, shapeOf)} }
`

const path = fileURLToPath(new URL('derived.ts', import.meta.url))
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')
const derived = execFileSync(process.execPath, [biome, 'format', `--stdin-file-path=${path}`], {
  input: source,
  encoding: 'utf8',
})

if (!process.argv.includes('--check')) writeFileSync(path, derived)
else if (readFileSync(path, 'utf8') !== derived) {
  console.error('derived.ts is not what `npm run derive` makes of the schemas')
  process.exitCode = 1
}
