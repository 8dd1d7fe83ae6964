// What a mini program's engine has: `sdk` (under its brand's name) and timers. Runs in a bare engine, before the bundle; a
// script, not a module. What it wants of the phone is written down, and `phone.take()` hands that on.
{
  const { brand, boxed, functions, kept, spared } = globalThis.given
  const store = new Map(kept)
  const callbacks = new Map()
  const events = new Map()
  let wants = []
  let ids = 0

  const hold = (work) => {
    ids += 1
    callbacks.set(ids, work)
    return ids
  }

  const asked = (name) => (options) => {
    const held = {}
    for (const by of ['success', 'fail', 'complete']) if (options[by]) held[by] = hold(options[by])
    wants.push({ name, options: JSON.parse(JSON.stringify(options)), held })
    return { abort: () => {} }
  }

  const sdk = boxed
    ? {
        getStorageSync: ({ key }) => ({ data: store.get(key) || '' }),
        setStorageSync: ({ key, data }) => ({ success: store.set(key, data) === store }),
        removeStorageSync: ({ key }) => ({ success: store.delete(key) }),
      }
    : {
        getStorageSync: (key) => store.get(key) || '',
        setStorageSync: (key, data) => void store.set(key, data),
        removeStorageSync: (key) => void store.delete(key),
      }
  for (const name of functions) sdk[name] = asked(name)
  for (const name of ['AppShow', 'AppHide', 'NetworkStatusChange']) {
    events.set(name, [])
    sdk[`on${name}`] = (hear) => events.get(name).push(hear)
    sdk[`off${name}`] = (hear) =>
      events.set(
        name,
        events.get(name).filter((each) => each !== hear),
      )
  }

  for (const name of ['eval', 'Proxy', 'console', 'given']) if (!spared.includes(name)) delete globalThis[name]
  const newer = [
    [Array.prototype, 'flat', 'flatMap', 'at', 'findLast', 'toSorted'],
    [String.prototype, 'at', 'padStart', 'padEnd', 'matchAll', 'replaceAll', 'trimEnd', 'trimStart'],
    [Object, 'fromEntries', 'hasOwn'],
    [Promise, 'any', 'allSettled'],
    [Promise.prototype, 'finally'],
  ]
  for (const [holder, ...names] of newer) for (const name of names) delete holder[name]

  globalThis[brand] = sdk
  globalThis.setTimeout = (work, afterMs = 0) => {
    const id = hold(work)
    wants.push({ id, afterMs })
    return id
  }
  globalThis.clearTimeout = (id) => callbacks.delete(id)
  globalThis.phone = {
    nowMs: 0,
    take: () => {
      const taken = JSON.stringify({ wants, kept: [...store] })
      wants = []
      return taken
    },
    run: (id, said) => {
      const work = callbacks.get(id)
      callbacks.delete(id)
      if (work) work(said)
    },
    fire: (name, news) => {
      for (const hear of [...events.get(name)]) hear(news)
    },
    listeners: () => [...events.values()].reduce((sum, ears) => sum + ears.length, 0),
  }
  const { phone } = globalThis
  Date.now = () => phone.nowMs
}
