/** What is not the payer's fault costs no payment: a bad line, a wrong clock, a page that others have written to. */
import { expect, it } from 'vitest'
import { shows } from './payer.ts'
import { paidOnce, type Visits } from './visits.ts'

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms))

export const itOutlasts = ({ street, shown }: Visits): void => {
  it.each(['cut', 'hole'] as const)('gives up on nothing while the line is a %s', async (weather) => {
    const { order, tab, content } = await shown()
    street.turn(weather)
    await street.payByPhone(content)
    await sleep(3_000)
    await shows(tab, 'showing')
    street.turn('clear')
    await shows(tab, 'paid')
    expect(street.books(order)).toEqual(paidOnce)
  })

  it('pays over slow 3G', async () => {
    street.turn('slow')
    const { order, tab, content } = await shown()
    await street.payByPhone(content)
    await shows(tab, 'paid')
    expect(street.books(order)).toEqual(paidOnce)
  })

  it.each([
    ['forward', 3_600_000],
    ['back', -3_600_000],
  ])('is told of the money though the clock was put %s by an hour', async (_, laterMs) => {
    const { order, tab, content } = await shown()
    await tab.evaluate(`window.laterMs = ${laterMs}`)
    await street.payByPhone(content)
    await shows(tab, 'paid')
    expect(street.books(order)).toEqual(paidOnce)
  })

  it('believes nothing that stands on Object.prototype', async () => {
    const { order, tab, content } = await shown('&polluted')
    await sleep(2_000)
    await shows(tab, 'showing')
    await street.payByPhone(content)
    await shows(tab, 'paid')
    expect(street.books(order)).toEqual(paidOnce)
  })
}
