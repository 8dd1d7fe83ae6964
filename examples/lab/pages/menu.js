/** The list of scenarios; the chosen one stands in the address. */
import { scenarios } from './scenarios.js'
import { element, say } from './words.js'

export const openMenu = (list, onChoice) => {
  const buttons = new Map()
  let chosen = scenarios[0]

  const choose = (id) => {
    chosen = scenarios.find((each) => each.id === id) ?? chosen
    for (const [each, button] of buttons) button.setAttribute('aria-current', String(each === chosen))
    history.replaceState(null, '', `#${chosen.id}`)
    onChoice(chosen)
  }

  for (const scenario of scenarios) {
    const short = element('small', { textContent: say(scenario.short) })
    const button = element('button', { type: 'button' }, say(scenario.name), short)
    button.addEventListener('click', () => choose(scenario.id))
    buttons.set(scenario, button)
    list.append(element('li', {}, button))
  }
  return { choose, chosen: () => chosen }
}
