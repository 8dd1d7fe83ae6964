/** Draws a QR code. What isopay answers is parsed as SVG, so that nothing in it can run. */

/**
 * @param {Element} place
 * @param {string} content
 * @param {string} title
 */
export const drawCode = async (place, content, title) => {
  const { qrSvg } = await import('/isopay/qr.js')
  const svg = new DOMParser().parseFromString(qrSvg(content, { title }), 'image/svg+xml')
  place.replaceChildren(document.importNode(svg.documentElement, true))
}
