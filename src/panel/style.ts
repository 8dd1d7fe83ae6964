/**
 * The panel's own styles, closed to the page but for its properties and parts. The inner properties stand inside, under
 * names that no page has: on the host, a page's `--isopay-line: var(--line)` would end in a circle.
 */

/** Text on its ground is 4.5 to 1 at least, in both themes; what can be pressed is 44 px high. */
const css = `
:host {
  display: block;
  color-scheme: light;
  font: var(--isopay-font, 16px/1.5 system-ui, -apple-system, "PingFang SC", "Noto Sans SC", "WenQuanYi Micro Hei", sans-serif);
}
section {
  --_ground: var(--isopay-ground, #fff);
  --_ink: var(--isopay-ink, #1b211e);
  --_faint: var(--isopay-faint, #5c655f);
  --_line: var(--isopay-line, #dfe2de);
  --_good: var(--isopay-good, #17744a);
  --_warn: var(--isopay-warn, #8a5300);
  --_bad: var(--isopay-bad, #b3261e);
  --_accent: var(--isopay-accent, #1b211e);
  --_on-accent: var(--isopay-on-accent, #fff);
  --_radius: var(--isopay-radius, 1rem);
}
:host([hidden]) { display: none }
`

const dark = `
  --_ground: var(--isopay-ground, #1b1f1d);
  --_ink: var(--isopay-ink, #eef1ee);
  --_faint: var(--isopay-faint, #a3aca6);
  --_line: var(--isopay-line, #3a413d);
  --_good: var(--isopay-good, #6ccf9c);
  --_warn: var(--isopay-warn, #f0b65a);
  --_bad: var(--isopay-bad, #ff9a90);
  --_accent: var(--isopay-accent, #eef1ee);
  --_on-accent: var(--isopay-on-accent, #1b1f1d);
`

const themes = `
@media (prefers-color-scheme: dark) {
  :host(:not([theme="light"])) { color-scheme: dark }
  :host(:not([theme="light"])) section {${dark}}
}
:host([theme="dark"]) { color-scheme: dark }
:host([theme="dark"]) section {${dark}}
`

const parts = `
* { box-sizing: border-box; margin: 0; padding: 0 }
[hidden] { display: none !important }
section {
  display: grid;
  gap: 1.25rem;
  max-width: 26rem;
  margin: auto;
  padding: 1.5rem;
  border: 1px solid var(--_line);
  border-radius: var(--_radius);
  background: var(--_ground);
  color: var(--_ink);
  text-align: center;
}
:focus-visible { outline: 3px solid var(--_ink); outline-offset: 2px }
ul { display: grid; gap: .75rem; list-style: none }
header { padding-bottom: 1.25rem; border-bottom: 1px solid var(--_line) }
.payee, .title, .advice, .left, .elsewhere { color: var(--_faint) }
.title { font-size: .9375rem; overflow-wrap: anywhere }
.amount { font-size: 2.25rem; line-height: 1.25; font-weight: 600; font-variant-numeric: tabular-nums }
.status { display: grid; justify-items: center; gap: .75rem; color: var(--_ink) }
.icon {
  display: grid;
  place-items: center;
  width: 3rem;
  height: 3rem;
  border-radius: 50%;
  background: var(--_line);
}
.icon svg { width: 1.625rem; height: 1.625rem }
[data-tone="good"] .icon { background: var(--_good); color: var(--_ground) }
[data-tone="warn"] .icon { background: var(--_warn); color: var(--_ground) }
[data-tone="bad"] .icon { background: var(--_bad); color: var(--_ground) }
[data-scene="choosing"] .icon, [data-scene="showing"] .icon { display: none }
[data-scene="paid"] .icon { width: 4rem; height: 4rem }
[data-scene="paid"] .icon svg { width: 2.25rem; height: 2.25rem; stroke-width: 2.5 }
.icon[data-name="spin"] svg { animation: turn 1s linear infinite }
strong { display: block; font-size: 1.25rem; line-height: 1.4; font-weight: 600 }
[data-scene="choosing"] strong { font-size: 1rem; font-weight: 400; color: var(--_faint) }
[data-tone="good"] strong { color: var(--_good) }
[data-tone="warn"] strong { color: var(--_warn) }
[data-tone="bad"] strong { color: var(--_bad) }
.advice { display: block; margin-top: .25rem; text-wrap: balance; word-break: keep-all; overflow-wrap: anywhere }
.code { display: grid; justify-items: center; gap: .75rem }
.qr {
  width: 100%;
  max-width: 14rem;
  aspect-ratio: 1;
  border-radius: calc(var(--_radius) * .6);
  background: #fff;
  color: #000;
  overflow: hidden;
  forced-color-adjust: none;
}
.qr svg { display: block; width: 100%; shape-rendering: crispEdges }
:not([data-tone="warn"]) > .code .qr { box-shadow: 0 0 0 1px var(--_line) }
[data-scene="ending"] .qr { box-shadow: 0 0 0 3px var(--_warn) }
[data-scene="expired"] .qr { opacity: .12 }
.time { color: var(--_ink); font-weight: 600; font-variant-numeric: tabular-nums }
.link { display: inline-block; padding: .5rem; color: inherit }
button {
  width: 100%;
  min-height: 2.75rem;
  padding: .625rem 1rem;
  border: 1px solid var(--_line);
  border-radius: calc(var(--_radius) * .75);
  background: none;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
button:hover { border-color: currentcolor }
button:active { transform: scale(.985) }
[part~="cancel"], [part~="stop"] { border-color: transparent; color: var(--_faint) }
ul.wallet button { display: flex; align-items: center; gap: .875rem; min-height: 3.5rem; font-weight: 600; text-align: start }
.mark, .go { display: inline-flex }
.mark svg { width: 2rem; height: 2rem }
.go { margin-inline-start: auto; color: var(--_faint) }
.go svg { width: 1.25rem; height: 1.25rem }
[data-scene="ending"] .action li:first-child button,
[data-scene="expired"] .action li:first-child button,
[data-scene="pending"] .action li:first-child button,
[data-scene="cancelled"] .action li:first-child button,
[data-scene="closed"] .action li:first-child button,
[data-scene="failed"] .action li:first-child button {
  border-color: var(--_accent);
  background: var(--_accent);
  color: var(--_on-accent);
  font-weight: 600;
}
.elsewhere { font-size: .875rem }
@keyframes turn { to { transform: rotate(1turn) } }
@media (prefers-reduced-motion: reduce) {
  .icon[data-name="spin"] svg { animation: none }
  button:active { transform: none }
}
@media (max-width: 30em) { section { padding: 1.25rem 1rem } }
`

const text = css + themes + parts

/** A constructed sheet is no inline style to a policy. Engines without it need the nonce of the page's policy. */
const adopt = (root: ShadowRoot, view: Window & typeof globalThis): boolean => {
  if (!('adoptedStyleSheets' in root)) return false
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(text)
  root.adoptedStyleSheets = [sheet]
  return true
}

/** Puts the styles on `root`. Answers the element that has to stand in it for them, where the engine needs one. */
export const dressRoot = (root: ShadowRoot, nonce: string): HTMLStyleElement | null => {
  const { ownerDocument } = root
  if (ownerDocument.defaultView && adopt(root, ownerDocument.defaultView)) return null
  const style = ownerDocument.createElement('style')
  style.nonce = nonce
  style.textContent = text
  return style
}
