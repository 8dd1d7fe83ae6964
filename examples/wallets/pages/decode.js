/** Reads the QR code in a picture. `jsQR` is the library's own global. */

const pixelsOf = (source, width, height) => {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  context.drawImage(source, 0, 0, width, height)
  return context.getImageData(0, 0, width, height)
}

const read = (source, width, height) => {
  const { data } = pixelsOf(source, width, height)
  return globalThis.jsQR(data, width, height)?.data ?? null
}

/** The text in an image file, or null. */
export const decodeFile = async (file) => {
  const image = await createImageBitmap(file)
  return read(image, image.width, image.height)
}

/** Looks at the screen until a code is seen, for ten seconds at most. */
export const decodeScreen = async () => {
  const stream = await navigator.mediaDevices.getDisplayMedia({ video: true })
  const video = Object.assign(document.createElement('video'), { srcObject: stream, muted: true })
  await video.play()
  let text = null
  for (let look = 0; text === null && look < 40; look += 1) {
    await new Promise((done) => setTimeout(done, 250))
    text = read(video, video.videoWidth, video.videoHeight)
  }
  for (const track of stream.getTracks()) track.stop()
  return text
}
