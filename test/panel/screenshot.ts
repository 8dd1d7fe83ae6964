/** What two readers make of a code on a screenshot, whose pixels a browser takes apart. */
import type { Page } from 'playwright-core'
import { readTwice } from '../qr/readers.ts'

/** In base64, as a page can hand it over. */
const pixelsOf = (picture: Buffer): string => `(async () => {
  const picture = await fetch('data:image/png;base64,${picture.toString('base64')}')
  const image = await createImageBitmap(await picture.blob())
  const pen = new OffscreenCanvas(image.width, image.height).getContext('2d')
  pen.drawImage(image, 0, 0)
  const { data, width, height } = pen.getImageData(0, 0, image.width, image.height)
  const reader = new FileReader()
  await new Promise((done) => { reader.onload = done; reader.readAsDataURL(new Blob([data])) })
  return [width, height, reader.result.split(',')[1]]
})()`

/** Decoded in a page of its own, whose policy does not forbid it. */
export const readIn = async (newPage: () => Promise<Page>, picture: Buffer): Promise<readonly unknown[]> => {
  const page = await newPage()
  const [width, height, pixels] = (await page.evaluate(pixelsOf(picture))) as [number, number, string]
  await page.close()
  return readTwice(Uint8ClampedArray.from(Buffer.from(pixels, 'base64')), width, height)
}
