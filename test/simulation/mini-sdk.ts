/** The object that a wallet puts into its mini programs: it pays, says who pays, keeps texts, and tells who is in front. */
import { installAt, reachWallet } from './bridge.ts'
import { mark } from './merchant-action.ts'
import type { Page } from './page.ts'
import { raw, type Words } from './raw.ts'
import { storeOf } from './storage.ts'
import type { Town } from './town.ts'
import type { Way } from './way.ts'

type Answer = (raw: unknown) => void
interface Call {
  readonly success?: Answer
  readonly fail?: Answer
  readonly complete?: Answer
}
type Sdk = Record<string, unknown>

interface Kind {
  readonly name: string
  readonly pays: string
  readonly words: Words
  /** `success` is called for every code. */
  readonly alwaysSucceeds: boolean
  readonly identifies?: { readonly by: string; readonly field: string }
  /** Storage takes and gives objects. */
  readonly boxed?: true
}

const kinds: { readonly [way in Way]?: Kind } = {
  'wechat-mini': {
    name: 'wx',
    pays: 'requestPayment',
    words: raw.wechatMini,
    alwaysSucceeds: false,
    identifies: { by: 'login', field: 'code' },
  },
  'alipay-mini': {
    name: 'my',
    pays: 'tradePay',
    words: raw.alipay,
    alwaysSucceeds: true,
    identifies: { by: 'getAuthCode', field: 'authCode' },
    boxed: true,
  },
  'douyin-mini': { name: 'tt', pays: 'pay', words: raw.douyinMini, alwaysSucceeds: true },
}

const paying =
  (town: Town, page: Page, { words, alwaysSucceeds }: Kind) =>
  (call: Call): void =>
    reachWallet(town, page, call, {
      say: (word, fault) => {
        const answer = words[word]
        if (fault !== 'completes-only') (word === 'ok' || alwaysSucceeds ? call.success : call.fail)?.(answer)
        call.complete?.(answer)
      },
    })

/** A code that works once, fresh each time. */
const logging =
  (town: Town, page: Page, field: string) =>
  ({ success, fail, complete }: Call): void => {
    const fault = town.pass('login', page)
    if (fault === 'login-never') return
    const isRefused = fault === 'login-fails'
    page.later(fault === 'login-late' ? 5_000 : 40, () => {
      const answer = isRefused ? { errMsg: 'login:fail' } : { [field]: `${mark}-login-${town.countCode()}` }
      if (isRefused) fail?.(answer)
      else success?.(answer)
      complete?.(answer)
    })
  }

const keeping = (town: Town, page: Page, boxed: true | undefined): Sdk => {
  const store = storeOf(town, page)
  const keep = (key: string, text: string) => {
    if (!store.write(key, text)) throw new Error('setStorageSync:fail exceed storage max size')
  }
  if (!boxed)
    return {
      getStorageSync: (key: string) => store.read(key) ?? '',
      setStorageSync: keep,
      removeStorageSync: store.erase,
    }
  return {
    getStorageSync: ({ key }: { key: string }) => ({ data: store.read(key) }),
    setStorageSync: ({ key, data }: { key: string; data: string }) => keep(key, data),
    removeStorageSync: ({ key }: { key: string }) => store.erase(key),
  }
}

/** `onAppShow` and `offAppShow`, as the runtime spells them. */
const telling = (page: Page, event: string, by: string): Sdk => {
  const ears = new Map<unknown, () => void>()
  return {
    [`on${event}`]: (hear: () => void) => void ears.set(hear, page.on(by, hear)),
    [`off${event}`]: (hear: () => void) => {
      ears.get(hear)?.()
      ears.delete(hear)
    },
  }
}

export interface Mini {
  readonly name: string
  readonly sdk: Sdk
  readonly boxed?: true
}

/** Null where the story is of another setting. */
export const makeSdk = (town: Town, page: Page, fault: string | undefined): Mini | null => {
  const kind = kinds[town.story.way]
  if (!kind) return null
  const { name, pays, identifies, boxed } = kind
  const sdk: Sdk = {
    ...keeping(town, page, boxed),
    ...telling(page, 'AppShow', 'wake'),
    ...telling(page, 'AppHide', 'hide'),
    ...(identifies && { [identifies.by]: logging(town, page, identifies.field) }),
  }
  installAt(page, fault, () => {
    sdk[pays] = paying(town, page, kind)
  })
  return { name, sdk, ...(boxed && { boxed }) }
}
