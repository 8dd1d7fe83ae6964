/** Door `isopay/contract`: the schemas of the contract, for a merchant's server written in TypeScript. */

export { type OpenApi, openapi } from './contract/openapi.ts'
export {
  actions,
  amount,
  answers,
  closeRequest,
  errorAnswer,
  identity,
  orderHandle,
  paymentId,
  prepared,
  prepareRequest,
  requests,
  status,
  statusAnswer,
  statusRequest,
  word,
} from './contract/schemas.ts'
