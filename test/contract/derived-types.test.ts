import { expectTypeOf, it } from 'vitest'
import type * as z from 'zod'
import type * as derived from '../../src/contract/derived.ts'
import type { actions, amount, answers, identity, requests, status } from '../../src/contract/schemas.ts'

it('has the types of the schemas: a difference does not compile', () => {
  expectTypeOf<derived.Amount>().toEqualTypeOf<z.infer<typeof amount>>()
  expectTypeOf<derived.Identity>().toEqualTypeOf<z.infer<typeof identity>>()
  expectTypeOf<derived.Status>().toEqualTypeOf<z.infer<typeof status>>()
  expectTypeOf<derived.PrepareRequest>().toEqualTypeOf<z.infer<typeof requests.prepareRequest>>()
  expectTypeOf<derived.StatusRequest>().toEqualTypeOf<z.infer<typeof requests.statusRequest>>()
  expectTypeOf<derived.CloseRequest>().toEqualTypeOf<z.infer<typeof requests.closeRequest>>()
  expectTypeOf<derived.Prepared>().toEqualTypeOf<z.infer<typeof answers.prepared>>()
  expectTypeOf<derived.Word>().toEqualTypeOf<z.infer<typeof answers.word>>()
  expectTypeOf<derived.StatusAnswer>().toEqualTypeOf<z.infer<typeof answers.statusAnswer>>()
  expectTypeOf<derived.ErrorAnswer>().toEqualTypeOf<z.infer<typeof answers.errorAnswer>>()
})

it('has the actions of the schemas, by kind', () => {
  type Inferred = { [Kind in keyof typeof actions]: z.infer<(typeof actions)[Kind]> }
  expectTypeOf<derived.Actions>().toEqualTypeOf<Inferred>()
  expectTypeOf<derived.Action>().toEqualTypeOf<Inferred[keyof Inferred]>()
})
