/** A fault, planted in the example merchant: in what it works with, or around what it answers. */
import type { Office } from '../../../examples/merchant/office.ts'
import type { routes } from '../../../examples/merchant/routes.ts'

export type Fetch = ReturnType<typeof routes>['fetch']

export interface Plant {
  /** The check that must name it. */
  readonly caughtBy: string
  readonly fault: string
  readonly office?: (office: Office) => Office
  readonly around?: (right: Fetch, office: Office) => Fetch
}
