/** The contract as an OpenAPI 3.1 document, for servers in any language. The build writes it: `isopay/openapi.json`. */
import { type Call, type Operation, operation } from './openapi-calls.ts'
import { componentSchemas, type Described } from './openapi-schemas.ts'
import { ruleNames, rulesAsText } from './rules.ts'

/**
 * An OpenAPI 3.1 document, as plain JSON. It names no host: `servers` holds a path to put your own `endpoint` in place
 * of.
 */
export interface OpenApi {
  /** `3.1.0`. */
  openapi: string
  /** Title, the contract's version, and the rules as text. */
  info: { title: string; version: string; summary: string; description: string; license: object }
  /** One path: your own `endpoint`. */
  servers: { url: string; description: string }[]
  /** Nothing, a session or a token: which is your own choice. */
  security: Record<string, string[]>[]
  /** The three calls, each a POST. */
  paths: Record<`/${Call}`, { post: Operation }>
  /** The schemas by name, and the two kinds of `security`. */
  components: { schemas: Readonly<Record<string, Described>>; securitySchemes: Record<string, object> }
}

const description = `Three calls, JSON over POST below one \`endpoint\`, same origin or CORS: a cache may replay a GET for ever.
Unknown fields are ignored everywhere, so that the contract can grow.

Rules that a server must keep; across devices only these protect the payer:

${rulesAsText(ruleNames)}
`

/**
 * The contract as an OpenAPI document, made anew each time: yours to change, or to merge into a document of your own.
 */
export const openapi = (): OpenApi =>
  structuredClone({
    openapi: '3.1.0',
    info: {
      title: 'isopay: the contract with a merchant’s server',
      version: '1.0.0',
      summary: 'What a checkout asks of the server that holds the orders and the keys',
      description,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/pay', description: 'The `endpoint` that createCheckout is given' }],
    security: [{}, { session: [] }, { token: [] }],
    paths: {
      '/prepare': { post: operation('prepare') },
      '/status': { post: operation('status') },
      '/close': { post: operation('close') },
    },
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'session', description: 'Your shop’s own session' },
        token: { type: 'http', scheme: 'bearer', description: 'Your own token, by the option `headers`' },
      },
    },
  })
