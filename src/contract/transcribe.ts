/** From JSON Schema to source text: the shape that `check.ts` walks, and the TypeScript type. For `derive.ts` only. */

/** The part of JSON Schema that the contract uses. */
export interface Schema {
  readonly type?: string
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly string[]
  readonly const?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly propertyNames?: Schema
  readonly additionalProperties?: Schema
  readonly items?: Schema
}

/** What a schema of zod can do for this file. */
export interface Source {
  readonly toJSONSchema: (options: { readonly io: 'input' }) => object
}

export const schemaOf = (source: Source): Schema => {
  const { $schema, ...schema }: Schema & { readonly $schema?: string } = source.toJSONSchema({ io: 'input' })
  return schema
}

/** An action without its `kind`, in each of its forms. */
export const fieldsOf = (schema: Schema): Schema => {
  if (schema.anyOf) return { anyOf: schema.anyOf.map(fieldsOf) }
  const { kind, ...properties } = schema.properties ?? {}
  return { ...schema, properties, required: schema.required?.filter((name) => name !== 'kind') ?? [] }
}

const quote = (value: unknown): string => JSON.stringify(value)

const range = ({ minimum, maximum }: Schema): string =>
  `${minimum ?? '-Number.MAX_VALUE'}, ${maximum ?? 'Number.MAX_VALUE'}`

const textShape = ({ minLength = 0, maxLength = Infinity }: Schema): string => `['text', ${minLength}, ${maxLength}]`

const objectShape = ({ properties = {}, required = [] }: Schema): string => {
  const fields = Object.entries(properties).map(([name, field]) => {
    const shape = shapeOf(field)
    return `${quote(name)}: ${required.includes(name) ? shape : `['optional', ${shape}]`}`
  })
  return `['object', { ${fields.join(', ')} }]`
}

const recordShape = ({ propertyNames = {}, additionalProperties = {} }: Schema): string => {
  if (shapeOf(propertyNames) !== textShape({})) throw new Error('check.ts does not look at the names in a record')
  return `['record', ${shapeOf(additionalProperties)}]`
}

interface Form {
  /** All the keywords that the form may have. The first one it must have. */
  readonly keywords: readonly (keyof Schema)[]
  readonly type?: string
  readonly shape: (schema: Schema) => string
}

const forms: readonly Form[] = [
  { keywords: ['anyOf'], shape: ({ anyOf = [] }) => `['union', [${anyOf.map(shapeOf).join(', ')}]]` },
  { keywords: ['const', 'type'], shape: (schema) => `['enum', [${quote(schema.const)}]]` },
  { keywords: ['enum', 'type'], shape: (schema) => `['enum', ${quote(schema.enum)}]` },
  { keywords: ['pattern', 'type'], shape: ({ pattern }) => `['match', /${pattern}/]` },
  { keywords: ['type', 'minLength', 'maxLength'], type: 'string', shape: textShape },
  { keywords: ['type', 'minimum', 'maximum'], type: 'number', shape: (schema) => `['number', ${range(schema)}]` },
  { keywords: ['type', 'minimum', 'maximum'], type: 'integer', shape: (schema) => `['integer', ${range(schema)}]` },
  { keywords: ['properties', 'type', 'required'], shape: objectShape },
  { keywords: ['additionalProperties', 'type', 'propertyNames'], shape: recordShape },
]

const isOf = (form: Form, schema: Schema): boolean => {
  const [needed = '', ...others]: readonly string[] = form.keywords
  const isKnown = (keyword: string) => keyword === needed || others.includes(keyword)
  return needed in schema && (form.type ?? schema.type) === schema.type && Object.keys(schema).every(isKnown)
}

/** Source of the shape. Throws where a schema uses what `check.ts` does not know, rather than leave it unchecked. */
export const shapeOf = (schema: Schema): string => {
  const form = forms.find((known) => isOf(known, schema))
  if (form === undefined) throw new Error(`check.ts does not know ${quote(schema)}`)
  return form.shape(schema)
}

const objectType = ({ properties = {}, required = [] }: Schema, names: Names): string => {
  const fields = Object.entries(properties).map(([name, field]) => {
    const type = typeOf(field, names)
    return required.includes(name) ? `${quote(name)}: ${type}` : `${quote(name)}?: ${type} | undefined`
  })
  return `{ ${fields.join('; ')} }`
}

/** Types that have a name, by their schema. */
type Names = ReadonlyMap<string, string>

/** Source of the type, with the names of those inside it that have one. */
export const typeOf = (schema: Schema, names: Names): string => {
  const name = names.get(quote(schema))
  if (name !== undefined) return name
  if (schema.anyOf) return schema.anyOf.map((option) => typeOf(option, names)).join(' | ')
  if (schema.const !== undefined) return quote(schema.const)
  if (schema.enum) return schema.enum.map(quote).join(' | ')
  if (schema.items) return `(${typeOf(schema.items, names)})[]`
  if (schema.additionalProperties) return `Record<string, ${typeOf(schema.additionalProperties, names)}>`
  if (schema.properties) return objectType(schema, names)
  return schema.type === 'integer' ? 'number' : String(schema.type)
}
