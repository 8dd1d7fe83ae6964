/** Every server with a fault. */
import { http } from './http.ts'
import { ids } from './ids.ts'
import { money } from './money.ts'
import type { Plant } from './plant.ts'
import { words } from './words.ts'

export const planted: readonly Plant[] = [...words, ...http, ...ids, ...money]
