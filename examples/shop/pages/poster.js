/** A code to print: it holds the address of a page of the shop's. */
import { drawCode } from './qr-code.js'

const figure = document.querySelector('figure')
const { href } = new URL(figure.dataset.path, location.origin)
drawCode(figure.querySelector('#qr'), href, href)
