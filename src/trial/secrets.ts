/** What no answer may hold. */
import { lookingBack } from './looking-back.ts'
import type { Came, Check } from './words.ts'

const secrets: readonly (readonly [name: string, sign: RegExp])[] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  [
    'a secret by its name',
    /"(?:\w*app_?secret|api_?v?3?_?key|mch_?key|private_?key|client_?secret|password)"\s*:\s*"[^"]/i,
  ],
  ["a wallet's token", /"(?:access_token|refresh_token|session_key)"\s*:\s*"[^"]/i],
  ['who the payer is', /"(?:open_?id|union_?id|buyer_(?:user_|open_)?id|phone|mobile)"\s*:\s*"[^"]/i],
  ['a stack', /\n\s+at \S+ ?\(?[^\n]*:\d+:\d+|Traceback \(most recent call last\)|\bgoroutine \d+ \[|\.java:\d+\)/],
  [
    'a statement of the database',
    /\b(?:select|insert into|update|delete from)\b[^"]{3,200}\b(?:from|values|set|where)\b/i,
  ],
]

const nameIn = ({ text }: Came): string | undefined =>
  secrets.find(([, sign]) => sign.test(text.replaceAll('\\n', '\n')))?.[0]

const noSecrets: Check = {
  id: 'no-secrets',
  rule: 'errors',
  title: 'Keeps its secrets, and those of the payer, to itself',
  why: 'App secrets and openids were found in 40,880 of 3.4 million mini programs; a stack says where to dig next.',
  change:
    'Answer with the contract’s fields alone, and tell an unforeseen error as 500 `internal`, its details in your own log.',
  run: lookingBack((came) => {
    const name = nameIn(came)
    return name && `an answer held ${name}`
  }),
}

export const discretion: readonly Check[] = [noSecrets]
