/** What the shop's own server says: an order for a product, and where its wallets are. */

const json = async (path, body) => {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(path, body && { method: 'POST', headers, body: JSON.stringify(body) })
  return answer.json()
}

/** The order stands in the address, so that a reload and a way back find it. */
export const openOrder = async (product) => {
  const url = new URL(location.href)
  const order = url.searchParams.get('order') ?? (await json('/orders', { product })).order
  url.searchParams.set('order', order)
  history.replaceState(null, '', url)
  const { title, amount } = await json(`/orders/${order}`)
  return { order, title, amount }
}

/** The stand-ins for the wallets are at an address of their own: a real shop needs no `hosts`. */
export const walletHosts = async () => [new URL((await json('/config')).wallets).host]
