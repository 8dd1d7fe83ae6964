/** A path of rectangles, painted: what a camera would see of the SVG. */
export interface Picture {
  readonly side: number
  /** RGBA, row by row. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>
}

const rectangle = /M(\d+) (\d+)h(\d+)v1h-\3z/g

/** Paints `svg`, as `qrSvg` answers it, `scale` pixels a module. */
export const paint = (svg: string, scale = 2): Picture => {
  const side = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]) * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  const inks = new Uint32Array(pixels.buffer)
  for (const [, left, top, width] of svg.matchAll(rectangle)) {
    const [x, y, run] = [Number(left) * scale, Number(top) * scale, Number(width) * scale]
    for (let row = y; row < y + scale; row += 1) inks.fill(0xff000000, row * side + x, row * side + x + run)
  }
  return { side, pixels }
}
