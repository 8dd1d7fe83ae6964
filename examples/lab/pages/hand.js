/** The payer's finger, as it goes over both devices, and what it carries. */

const pause = (ms) => new Promise((done) => setTimeout(done, ms))
const calm = matchMedia('(prefers-reduced-motion: reduce)')

/** Where something of a frame's page stands on the stage. */
const onStage = (stage, frame, { x, y, width, height }) => {
  const outer = frame.getBoundingClientRect()
  const scale = outer.width / frame.offsetWidth
  const base = stage.getBoundingClientRect()
  return {
    x: outer.x - base.x + x * scale,
    y: outer.y - base.y + y * scale,
    width: width * scale,
    height: height * scale,
  }
}

export const openHand = (stage, finger) => {
  const moveTo = async (frame, rect) => {
    const { x, y, width, height } = onStage(stage, frame, rect)
    finger.style.transform = `translate(${x + width / 2}px, ${y + height / 2}px)`
    finger.classList.add('shown')
    await pause(calm.matches ? 100 : 700)
  }

  const press = () =>
    finger.animate([{ scale: 1 }, { scale: 0.6 }, { scale: 1 }], { duration: 260, easing: 'ease-out' }).finished

  /** A picture of the code goes from where it stands into the other device. */
  const carry = async (picture, from, rect, to) => {
    const start = onStage(stage, from, rect)
    const end = onStage(stage, to, { x: 0, y: 0, width: to.offsetWidth, height: to.offsetHeight })
    const image = Object.assign(new Image(), { src: URL.createObjectURL(picture), className: 'flying', alt: '' })
    stage.append(image)
    const place = (x, y, side) => ({ transform: `translate(${x}px, ${y}px)`, width: `${side}px`, height: `${side}px` })
    const side = end.width * 0.6
    const frames = [
      { ...place(start.x, start.y, start.width), opacity: 1 },
      { ...place(end.x + end.width * 0.2, end.y + end.height * 0.3, side), opacity: 1, offset: 0.85 },
      { ...place(end.x + end.width * 0.2, end.y + end.height * 0.3, side), opacity: 0 },
    ]
    await image.animate(frames, { duration: calm.matches ? 200 : 1100, easing: 'ease-in-out' }).finished
    URL.revokeObjectURL(image.src)
    image.remove()
  }

  return { moveTo, press, carry, rest: () => finger.classList.remove('shown') }
}
