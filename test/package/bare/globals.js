// What a mini program's engine has: `sdk` (under its brand's name) and timers. Runs in QuickJS, before the bundle; a script,
// not a module. `native`, `startTimer`, `now`, `load` and `save` are the phone's, and are taken away again.
{
  const { brand, boxed, native, startTimer, now, load, save } = globalThis
  const callbacks = new Map()
  const events = new Map()
  let ids = 0

  const hold = (work) => {
    ids += 1
    callbacks.set(ids, work)
    return ids
  }

  const asked = (name) => (options) => {
    const held = {}
    for (const by of ['success', 'fail', 'complete']) if (options[by]) held[by] = hold(options[by])
    native(name, JSON.stringify(options), JSON.stringify(held))
    return { abort: () => {} }
  }

  const sdk = boxed
    ? {
        getStorageSync: ({ key }) => ({ data: load(key) }),
        setStorageSync: ({ key, data }) => ({ success: save(key, data) }),
        removeStorageSync: ({ key }) => ({ success: save(key, '') }),
      }
    : {
        getStorageSync: (key) => load(key) || '',
        setStorageSync: (key, data) => void save(key, data),
        removeStorageSync: (key) => void save(key, ''),
      }
  for (const name of globalThis.functions) sdk[name] = asked(name)
  for (const name of ['AppShow', 'AppHide', 'NetworkStatusChange']) {
    events.set(name, [])
    sdk[`on${name}`] = (hear) => events.get(name).push(hear)
    sdk[`off${name}`] = (hear) =>
      events.set(
        name,
        events.get(name).filter((each) => each !== hear),
      )
  }

  const missing = 'eval Proxy brand boxed functions native startTimer now load save'.split(' ')
  for (const name of missing) delete globalThis[name]
  const newer = [
    [Array.prototype, 'flat', 'flatMap', 'at', 'findLast', 'toSorted'],
    [String.prototype, 'at', 'padStart', 'padEnd', 'matchAll', 'replaceAll', 'trimEnd', 'trimStart'],
    [Object, 'fromEntries', 'hasOwn'],
    [Promise, 'any', 'allSettled'],
    [Promise.prototype, 'finally'],
  ]
  for (const [holder, ...names] of newer) for (const name of names) delete holder[name]

  Date.now = now
  globalThis[brand] = sdk
  globalThis.setTimeout = (work, ms = 0) => {
    const id = hold(work)
    startTimer(id, ms)
    return id
  }
  globalThis.clearTimeout = (id) => callbacks.delete(id)
  globalThis.phone = {
    run: (id, text) => {
      const work = callbacks.get(id)
      callbacks.delete(id)
      if (work) work(text && JSON.parse(text))
    },
    fire: (name, text) => {
      for (const hear of [...events.get(name)]) hear(text && JSON.parse(text))
    },
    listeners: () => [...events.values()].reduce((sum, ears) => sum + ears.length, 0),
  }
}
