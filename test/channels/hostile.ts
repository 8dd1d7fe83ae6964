/** Answers that no wallet was ever seen to give. */
import fc from 'fast-check'
import { answerFields } from '../../src/testing/hostile.ts'

const words = fc.constantFrom('ok', ':ok', 'x:ok', 'x:fail', 'x:cancel', '9000', '6001', 'system:access_denied', 9000)

/** Anything, and anything under the names that channels read. */
export const anyAnswer = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true, withDate: true, withBoxedValues: true }),
  fc.dictionary(fc.constantFrom(...answerFields), fc.oneof(words, fc.anything())),
)
