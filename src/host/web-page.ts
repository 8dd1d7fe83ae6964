/** The page: its address, its ways out, and when it goes and comes back. */
import type { Page } from '../core/ports.ts'
import { allowedUrl, type Limits } from './navigation.ts'

type Ear = readonly [target: EventTarget, event: string, matters: () => boolean]

const always = () => true
const isHidden = () => document.visibilityState === 'hidden'

const listen = (ears: readonly Ear[], listener: () => void): (() => void) => {
  const forgets = ears.map(([target, event, matters]) => {
    const hear = () => {
      if (matters()) listener()
    }
    target.addEventListener(event, hear)
    return () => target.removeEventListener(event, hear)
  })
  return () => {
    for (const forget of forgets) forget()
  }
}

/** A form made of fields: no HTML of a server's is ever put into the page. */
const submitForm = (url: string, fields: Readonly<Record<string, string>>): void => {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = url
  form.acceptCharset = 'UTF-8'
  form.hidden = true
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input')
    input.type = 'hidden'
    input.name = name
    input.value = value
    form.append(input)
  }
  document.body.append(form)
  // A field called "submit" would hide the form's own.
  HTMLFormElement.prototype.submit.call(form)
}

const goTo = (url: string | null, go: (url: string) => void): boolean => {
  if (url === null) return false
  go(url)
  return true
}

export const webPage = (limits: Omit<Limits, 'pageUrl'>): Page => {
  const pageUrl = () => location.href
  const allowed = (url: string) => allowedUrl(url, { ...limits, pageUrl })
  return {
    url: pageUrl,
    rewrite: (url) => history.replaceState(history.state, '', url),
    leave: (url) => goTo(allowed(url), (target) => location.assign(target)),
    submit: (url, fields) => goTo(allowed(url), (target) => submitForm(target, fields)),
    hidden: isHidden,
    onWake: (listener) =>
      listen(
        [
          [document, 'visibilitychange', () => !isHidden()],
          [window, 'pageshow', always],
          [window, 'focus', always],
          [window, 'online', always],
        ],
        listener,
      ),
    onHide: (listener) =>
      listen(
        [
          [document, 'visibilitychange', isHidden],
          [window, 'pagehide', always],
        ],
        listener,
      ),
  }
}
