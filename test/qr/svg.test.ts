// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { qrMatrix, qrSvg } from '../../src/qr.ts'

const parse = (svg: string): Element => new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement

describe('the drawing', () => {
  it('leaves four light modules around the code, or as many as are asked for', () => {
    const { size } = qrMatrix('x')
    expect(parse(qrSvg('x')).getAttribute('viewBox')).toBe(`0 0 ${size + 8} ${size + 8}`)
    expect(parse(qrSvg('x', { quietZone: 0 })).getAttribute('viewBox')).toBe(`0 0 ${size} ${size}`)
  })

  it('brings its own white ground, so that a dark page cannot invert it', () => {
    expect(qrSvg('x')).toContain('<path fill="#fff" d="M0 0h29v29H0z"/>')
  })

  it('is an image with a title for readers of the page', () => {
    const svg = parse(qrSvg('x', { title: 'Scan to pay' }))
    expect([svg.getAttribute('role'), svg.firstElementChild?.textContent]).toEqual(['img', 'Scan to pay'])
  })

  it('is hidden from readers where it has no title', () => {
    expect(parse(qrSvg('x')).getAttribute('aria-hidden')).toBe('true')
  })

  it('lets no title become markup', () => {
    const svg = parse(qrSvg('x', { title: '</title><script>alert(1)</script>&' }))
    expect(svg.querySelector('script')).toBeNull()
    expect(svg.firstElementChild?.textContent).toBe('</title><script>alert(1)</script>&')
  })

  it('never holds the text itself', () => {
    expect(qrSvg('"><script>')).not.toContain('script')
  })
})

describe('the modules', () => {
  it('have the finder pattern in three corners', () => {
    const { size, isDark } = qrMatrix('x')
    const rings = (left: number, top: number) => [0, 1, 2, 3].map((step) => isDark(left + step, top + step))
    for (const [x, y] of [
      [0, 0],
      [size - 7, 0],
      [0, size - 7],
    ] as const)
      expect(rings(x, y)).toEqual([true, false, true, true])
  })
})
