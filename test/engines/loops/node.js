// A bare context of Node, old ones included: each line of stdin is a script as JSON, each line of stdout what it came to.
// Node 8 knows no names that begin with `node:`.
const [{ readSync }, { createContext, runInContext }] = ['fs', 'vm'].map((name) => require(name))

const context = createContext({})
// Node 8 has no such name yet; an old WebView's polyfill gives it one.
runInContext('this.globalThis = this', context)
const bytes = Buffer.alloc(65536)
let heard = ''

const nextLine = () => {
  while (!heard.includes('\n')) {
    const length = readSync(0, bytes, 0, bytes.length)
    if (length === 0) process.exit(0)
    heard += bytes.toString('latin1', 0, length)
  }
  const end = heard.indexOf('\n')
  const line = heard.slice(0, end)
  heard = heard.slice(end + 1)
  return line
}

const ascii = (text) => text.replace(/[^ -~]/g, (unit) => `\\u${`000${unit.charCodeAt(0).toString(16)}`.slice(-4)}`)

/** Its promises have reacted by the time that the next macrotask answers. */
const loop = () => {
  let said
  try {
    said = { value: String(runInContext(JSON.parse(nextLine()), context)) }
  } catch (error) {
    said = { error: String(error.stack) }
  }
  setImmediate(() => {
    process.stdout.write(`${ascii(JSON.stringify(said))}\n`, loop)
  })
}

loop()
