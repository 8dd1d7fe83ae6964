/** A code is carried by a press, or dragged from the screen onto the phone. */
import { say } from './words.js'

const words = {
  picture: ['用手机扫码', 'Scan with the phone'],
  digits: ['在收银台扫码', 'Scan at the till'],
}

/** `to` is where the thing that is dragged may be dropped. */
export const openCarrying = (button, kind, to, carry) => {
  let dragged = false
  const over = (is) => to.classList.toggle('over', is)

  button.textContent = say(words[kind])
  button.addEventListener('click', carry)
  button.addEventListener('dragstart', ({ dataTransfer }) => {
    dragged = true
    dataTransfer.setData('text/plain', kind)
    // A frame under the pointer would take the drop for itself.
    document.body.classList.add('carrying')
  })
  button.addEventListener('dragend', () => {
    dragged = false
    document.body.classList.remove('carrying')
    over(false)
  })
  to.addEventListener('dragover', (event) => {
    if (!dragged) return
    event.preventDefault()
    over(true)
  })
  to.addEventListener('dragleave', () => over(false))
  to.addEventListener('drop', (event) => {
    event.preventDefault()
    carry()
  })
}
