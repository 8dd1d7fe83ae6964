import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'A mini program’s login code is kept and sent with the next question, too',
  rule: 'a code once',
  changes: [
    {
      file: 'channels/login-code.ts',
      was: '    new Promise((resolve) => {\n      const held',
      is: '    new Promise((resolve) => {\n      const keeper = host as { code?: Identity }\n      if (keeper.code) return resolve(keeper.code)\n      const held',
    },
    {
      file: 'channels/login-code.ts',
      was: "        end(value ? { kind: 'login-code', value } : undefined)",
      is: "        if (value) (host as { code?: Identity }).code = { kind: 'login-code', value }\n        end(value ? { kind: 'login-code', value } : undefined)",
    },
  ],
}
