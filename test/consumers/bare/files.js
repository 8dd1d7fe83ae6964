// What WeChat's runtime gives to the files of a mini program. A script, run in a bare engine; `files` are there before it.
{
  const { files } = globalThis
  const modules = {}
  const pages = []
  let app
  let made

  /** `./x` and `../x`, seen from a file; any other is a package, which the packer has put in a folder of its own. */
  const found = (path, from) => {
    if (!path.startsWith('.')) return `miniprogram_npm/${path}/index.js`
    const parts = from.split('/').slice(0, -1)
    for (const part of path.split('/')) {
      if (part === '..') parts.pop()
      else if (part !== '.') parts.push(part)
    }
    const name = parts.join('/')
    return name.endsWith('.js') ? name : `${name}.js`
  }

  const load = (name) => {
    if (modules[name]) return modules[name].exports
    const module = { exports: {} }
    modules[name] = module
    files[name]((path) => load(found(path, name)), module, module.exports)
    return module.exports
  }

  const page = (route, { methods, lifetimes, ...options }) => ({
    ...methods,
    ...lifetimes,
    ...options,
    route,
    properties: {},
    data: { ...options.data },
    setData(news, done) {
      Object.assign(this.data, news)
      if (done) setTimeout(done, 0)
    },
    triggerEvent: () => {},
    selectAllComponents: () => [],
  })

  const call = (thing, name, news) => thing[name]?.(news)

  globalThis.App = (options) => {
    app = options
    call(app, 'onLaunch', { path: '', query: {}, scene: 1001 })
    call(app, 'onShow', { path: '', query: {}, scene: 1001 })
  }
  globalThis.getApp = () => app
  globalThis.getCurrentPages = () => pages
  globalThis.Page = (options) => {
    made = options
  }
  globalThis.Component = globalThis.Page

  /** Starts the mini program on this page. */
  globalThis.open = (path, query) => {
    load('app.js')
    load(`${path}.js`)
    const opened = page(path, made)
    pages.push(opened)
    for (const name of ['created', 'attached']) call(opened, name)
    call(opened, 'onLoad', query)
    for (const name of ['onShow', 'onReady']) call(opened, name)
    globalThis.page = opened
    return path
  }
}
