/** Each frame has the width of a real device, drawn as small as the stage has room for. */

const widths = { pc: 720, phone: 390 }

export const fit = (frame) => {
  const draw = () => {
    const { clientWidth, clientHeight } = frame.parentElement
    const width = widths[frame.id]
    const scale = clientWidth / width
    frame.style.setProperty('--scale', scale)
    Object.assign(frame.style, { width: `${width}px`, height: `${clientHeight / scale}px` })
  }
  new ResizeObserver(draw).observe(frame.parentElement)
}
