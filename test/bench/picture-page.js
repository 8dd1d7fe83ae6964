// A code from its text to the first frame that shows it: drawn as a frame begins, and asked for what is left of that frame.
import { qrSvg } from 'isopay/qr'

window.drawOnce = (text) =>
  new Promise((done) =>
    requestAnimationFrame(() => {
      const startMs = performance.now()
      document.body.innerHTML = qrSvg(text)
      const drawnMs = performance.now() - startMs
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done({ drawnMs, shownMs: performance.now() - startMs }) // after layout and paint
      port2.postMessage('')
    }),
  )
