/** Mutants that behave as the code does: each with the reason why no test can tell them apart. */

interface Equivalent {
  readonly file: string
  readonly was: string
  readonly becomes: string
  readonly why: string
}

export const equivalent: readonly Equivalent[] = [
  {
    file: 'src/channels/own-text.ts',
    was: 'thing === null',
    becomes: 'false',
    why: 'What throws in the next line says nothing either',
  },
  {
    file: 'src/channels/wechat-claim.ts',
    was: '[]',
    becomes: '["Stryker was here"]',
    why: 'The first element is what matched as a whole, and is not read',
  },
  {
    file: 'src/core/errors.ts',
    was: 'cause',
    becomes: 'true',
    why: 'The field is there anyway, and undefined',
  },
]
