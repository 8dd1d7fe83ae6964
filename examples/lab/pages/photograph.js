/** From one device to the other: a code on the screen into the phone's camera, a payment code into the till's scanner. */

const side = 480
const margin = 32

/** As a camera takes it: the code as it stands on the screen, in pixels. */
export const photographed = async (svg) => {
  const image = new Image()
  const source = svg.includes('xmlns=') ? svg : svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
  image.src = `data:image/svg+xml,${encodeURIComponent(source.replace('<svg', `<svg width="${side}" height="${side}"`))}`
  await image.decode()
  const canvas = new OffscreenCanvas(side + 2 * margin, side + 2 * margin)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, margin, margin, side, side)
  return canvas.convertToBlob()
}
