// iOS up to 15 runs promises on timers: no reaction happens in a microtask. A script, run in the engine before the bundle.
{
  const soon = Promise.prototype.then
  const late = function (fulfilled, rejected) {
    return new Promise((resolve, reject) => {
      const react = (work, pass) => (value) => {
        setTimeout(() => {
          try {
            if (typeof work === 'function') resolve(work(value))
            else pass(value)
          } catch (error) {
            reject(error)
          }
        }, 0)
      }
      soon.call(this, react(fulfilled, resolve), react(rejected, reject))
    })
  }
  Reflect.set(Promise.prototype, 'then', late)
}
