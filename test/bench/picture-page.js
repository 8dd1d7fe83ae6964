// A code from its text to the first frame that shows it.
import { qrSvg } from 'isopay/qr'

window.drawOnce = (text) =>
  new Promise((done) => {
    const startMs = performance.now()
    document.body.innerHTML = qrSvg(text)
    const drawnMs = performance.now() - startMs
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done({ drawnMs, shownMs: performance.now() - startMs })
      port2.postMessage('')
    })
  })
