/** Pictures side by side on one sheet, and what differs between two sheets. A page does both: it can read and write WebP. */
import type { Page } from 'playwright-core'

export interface Grid {
  readonly columns: number
  /** Of one cell, in pixels. */
  readonly width: number
  readonly height: number
}

const canvas = `
  const open = async (base64, type) => createImageBitmap(await (await fetch('data:image/' + type + ';base64,' + base64)).blob())
  const paper = (width, height) => new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })`

/** The pictures (PNG) in rows, as WebP. All but what the eye would miss is kept. */
export const layOut = async (page: Page, pictures: readonly Buffer[], grid: Grid): Promise<Buffer> => {
  const { columns, width, height } = grid
  const rows = Math.ceil(pictures.length / columns)
  const drawn = await page.evaluate(`(async () => {
    ${canvas}
    const pen = paper(${width * Math.min(columns, pictures.length)}, ${height * rows})
    const pictures = ${JSON.stringify(pictures.map((picture) => picture.toString('base64')))}
    for (const [index, picture] of pictures.entries())
      pen.drawImage(await open(picture, 'png'), (index % ${columns}) * ${width}, Math.floor(index / ${columns}) * ${height})
    const blob = await pen.canvas.convertToBlob({ type: 'image/webp', quality: 0.3 })
    const reader = new FileReader()
    await new Promise((done) => { reader.onload = done; reader.readAsDataURL(blob) })
    return reader.result.split(',')[1]
  })()`)
  return Buffer.from(String(drawn), 'base64')
}

/** A colour that is further off than this, of 255, is another one. Below it is the picture's compression. */
const farOff = 40

/** For each cell, what share of its pixels is another colour. A sheet of another size differs in all. */
export const difference = async (page: Page, before: Buffer, now: Buffer, grid: Grid): Promise<readonly number[]> => {
  const { width, height } = grid
  const told = await page.evaluate(`(async () => {
    ${canvas}
    const sheets = await Promise.all([open('${before.toString('base64')}', 'webp'), open('${now.toString('base64')}', 'webp')])
    const [one, other] = sheets.map((sheet) => {
      const pen = paper(sheet.width, sheet.height)
      pen.drawImage(sheet, 0, 0)
      return pen
    })
    if (sheets[0].width !== sheets[1].width || sheets[0].height !== sheets[1].height) return [1]
    const shares = []
    for (let top = 0; top < one.canvas.height; top += ${height})
      for (let left = 0; left < one.canvas.width; left += ${width}) {
        const [a, b] = [one, other].map((pen) => pen.getImageData(left, top, ${width}, ${height}).data)
        let far = 0
        for (let at = 0; at < a.length; at += 4)
          if (Math.max(...[0, 1, 2].map((colour) => Math.abs(a[at + colour] - b[at + colour]))) > ${farOff}) far += 1
        shares.push(far / ${width * height})
      }
    return shares
  })()`)
  return told as number[]
}
