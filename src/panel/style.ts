/** The panel's own styles, closed to the page but for its properties and parts. */

/** Text on its ground is 4.5 to 1 at least, in both themes; what can be pressed is 44 px high. */
const css = `
:host {
  --ground: var(--isopay-ground, #fff);
  --ink: var(--isopay-ink, #1b211e);
  --faint: var(--isopay-faint, #5c655f);
  --line: var(--isopay-line, #dfe2de);
  --good: var(--isopay-good, #17744a);
  --warn: var(--isopay-warn, #8a5300);
  --bad: var(--isopay-bad, #b3261e);
  --accent: var(--isopay-accent, #1b211e);
  --on-accent: var(--isopay-on-accent, #fff);
  --radius: var(--isopay-radius, 1rem);
  display: block;
  color-scheme: light;
  font: var(--isopay-font, 16px/1.5 system-ui, -apple-system, "PingFang SC", "Noto Sans SC", "WenQuanYi Micro Hei", sans-serif);
}
:host([hidden]) { display: none }
`

const dark = `
  --ground: var(--isopay-ground, #1b1f1d);
  --ink: var(--isopay-ink, #eef1ee);
  --faint: var(--isopay-faint, #a3aca6);
  --line: var(--isopay-line, #3a413d);
  --good: var(--isopay-good, #6ccf9c);
  --warn: var(--isopay-warn, #f0b65a);
  --bad: var(--isopay-bad, #ff9a90);
  --accent: var(--isopay-accent, #eef1ee);
  --on-accent: var(--isopay-on-accent, #1b1f1d);
  color-scheme: dark;
`

const themes = `
@media (prefers-color-scheme: dark) { :host(:not([theme="light"])) {${dark}} }
:host([theme="dark"]) {${dark}}
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
  border: 1px solid var(--line);
  border-radius: var(--radius);
  background: var(--ground);
  color: var(--ink);
  text-align: center;
}
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px }
ul { display: grid; gap: .75rem; list-style: none }
header { padding-bottom: 1.25rem; border-bottom: 1px solid var(--line) }
.payee, .title, .advice, .left, .elsewhere { color: var(--faint) }
.title { font-size: .9375rem; overflow-wrap: anywhere }
.amount { font-size: 2.25rem; line-height: 1.25; font-weight: 600; font-variant-numeric: tabular-nums }
.status { display: grid; justify-items: center; gap: .75rem; color: var(--ink) }
.icon {
  display: grid;
  place-items: center;
  width: 3rem;
  height: 3rem;
  border-radius: 50%;
  background: var(--line);
}
.icon svg { width: 1.625rem; height: 1.625rem }
[data-tone="good"] .icon { background: var(--good); color: var(--ground) }
[data-tone="warn"] .icon { background: var(--warn); color: var(--ground) }
[data-tone="bad"] .icon { background: var(--bad); color: var(--ground) }
[data-scene="choosing"] .icon, [data-scene="showing"] .icon { display: none }
[data-scene="paid"] .icon { width: 4rem; height: 4rem }
[data-scene="paid"] .icon svg { width: 2.25rem; height: 2.25rem; stroke-width: 2.5 }
.icon[data-name="spin"] svg { animation: turn 1s linear infinite }
strong { display: block; font-size: 1.25rem; line-height: 1.4; font-weight: 600 }
[data-scene="choosing"] strong { font-size: 1rem; font-weight: 400; color: var(--faint) }
[data-tone="good"] strong { color: var(--good) }
[data-tone="warn"] strong { color: var(--warn) }
[data-tone="bad"] strong { color: var(--bad) }
.advice { display: block; margin-top: .25rem; text-wrap: balance }
.code { display: grid; justify-items: center; gap: .75rem }
.qr {
  width: 100%;
  max-width: 14rem;
  aspect-ratio: 1;
  border-radius: calc(var(--radius) * .6);
  background: #fff;
  color: #000;
  overflow: hidden;
  forced-color-adjust: none;
}
.qr svg { display: block; width: 100%; shape-rendering: crispEdges }
:not([data-tone="warn"]) > .code .qr { box-shadow: 0 0 0 1px var(--line) }
[data-scene="ending"] .qr { box-shadow: 0 0 0 3px var(--warn) }
[data-scene="expired"] .qr { opacity: .12 }
.time { color: var(--ink); font-weight: 600; font-variant-numeric: tabular-nums }
.link { display: inline-block; padding: .5rem; color: inherit }
button {
  width: 100%;
  min-height: 2.75rem;
  padding: .625rem 1rem;
  border: 1px solid var(--line);
  border-radius: calc(var(--radius) * .75);
  background: none;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
button:hover { border-color: currentcolor }
button:active { transform: scale(.985) }
[part~="cancel"], [part~="stop"] { border-color: transparent; color: var(--faint) }
ul.wallet button { display: flex; align-items: center; gap: .875rem; min-height: 3.5rem; font-weight: 600; text-align: start }
.mark, .go { display: inline-flex }
.mark svg { width: 2rem; height: 2rem }
.go { margin-inline-start: auto; color: var(--faint) }
.go svg { width: 1.25rem; height: 1.25rem }
[data-scene="ending"] .action li:first-child button,
[data-scene="expired"] .action li:first-child button,
[data-scene="pending"] .action li:first-child button,
[data-scene="cancelled"] .action li:first-child button,
[data-scene="closed"] .action li:first-child button,
[data-scene="failed"] .action li:first-child button {
  border-color: var(--accent);
  background: var(--accent);
  color: var(--on-accent);
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
