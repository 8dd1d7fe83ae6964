/** The contract's schemas as components of an OpenAPI document: by name, each told what it means. */
import { meanings } from './meanings-en.ts'
import { actions, amount, answers, identity, requests, status } from './schemas.ts'
import { type Schema, type Source, schemaOf } from './transcribe.ts'

interface Reference {
  readonly $ref: string
}

/** A JSON Schema, or where one is; `description` may stand beside either in OpenAPI 3.1. */
export type Described = (Omit<Schema, 'properties' | 'anyOf'> | Reference) & {
  readonly description?: string
  readonly properties?: Readonly<Record<string, Described>>
  readonly anyOf?: readonly Described[]
  readonly oneOf?: readonly Described[]
}

export const refTo = (name: string): Reference => ({ $ref: `#/components/schemas/${name}` })

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** `wechat.bridge` is `WechatBridgeAction`: no dots, for they would be lost in other languages' class names. */
export const actionName = (kind: string): string => `${kind.split('.').map(capital).join('')}Action`

const named: readonly [name: string, source: Source][] = [
  ['Amount', amount],
  ['Identity', identity],
  ['Status', status],
  ...Object.entries({ ...requests, ...answers }).map(([name, source]): [string, Source] => [capital(name), source]),
]

const names: ReadonlyMap<string, string> = new Map(
  named.map(([name, source]) => [JSON.stringify(schemaOf(source)), name]),
)

const isField = (path: string): path is keyof typeof meanings.fields => Object.hasOwn(meanings.fields, path)

const meaningOf = (path: string): { readonly description?: string } =>
  isField(path) ? { description: meanings.fields[path] } : {}

const fieldsOf = (properties: Readonly<Record<string, Schema>>, inside: string): Record<string, Described> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, field]) => {
      const path = inside + name
      const known = names.get(JSON.stringify(field))
      return [name, { ...(known ? refTo(known) : describe(field, `${path}.`)), ...meaningOf(path) }]
    }),
  )

/** With the meaning of each field; `inside` is where it stands: `''`, or `amount.` of the field that holds it. */
const describe = ({ properties, anyOf, ...schema }: Schema, inside: string): Described => ({
  ...schema,
  ...(properties && { properties: fieldsOf(properties, inside) }),
  ...(anyOf && { anyOf: anyOf.map((option) => describe(option, inside)) }),
})

const insideOf: Readonly<Record<string, string>> = { Amount: 'amount.', Identity: 'identity.' }

const schemas = Object.fromEntries(
  named.map(([name, source]): [string, Described] => [name, describe(schemaOf(source), insideOf[name] ?? '')]),
)

const kinds = Object.keys(actions) as (keyof typeof actions)[]

const actionSchemas = Object.fromEntries(
  kinds.map((kind): [string, Described] => {
    const schema = describe(schemaOf(actions[kind]), 'action.')
    return [actionName(kind), { description: meanings.actions[kind], ...schema }]
  }),
)

/** One of the kinds that this version knows: a server that answers another one is not understood. */
const action: Described = {
  description: 'One signed action, by its `kind`',
  oneOf: kinds.map((kind) => refTo(actionName(kind))),
}

/** The client checks an action in a second step, by its kind; a document can say both at once. */
const prepared: Described = {
  ...schemas.Prepared,
  properties: { ...schemas.Prepared?.properties, action: { ...refTo('Action'), description: meanings.fields.action } },
}

export const componentSchemas = (): Readonly<Record<string, Described>> => ({
  ...schemas,
  Prepared: prepared,
  Action: action,
  ...actionSchemas,
})
