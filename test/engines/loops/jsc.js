// JavaScriptCore's shell: each line of stdin is a script as JSON, each line of stdout what it came to.
{
  const { drainMicrotasks, loadString, print, quit, readline } = globalThis
  const { parse, stringify } = JSON

  const ascii = (text) => text.replace(/[^ -~]/g, (unit) => `\\u${`000${unit.charCodeAt(0).toString(16)}`.slice(-4)}`)

  const answer = (line) => {
    try {
      const value = String(loadString(parse(line)))
      drainMicrotasks()
      return { value }
    } catch (error) {
      return { error: String(error.stack) }
    }
  }

  for (let line = readline(); line; line = readline()) print(ascii(stringify(answer(line))))
  quit()
}
