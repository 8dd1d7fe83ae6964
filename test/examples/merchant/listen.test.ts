import { expect, it } from 'vitest'
import { listen } from '../../../examples/merchant/listen.ts'

it('answers, once it knows what, those who asked while it was starting', async () => {
  const { origin, answer, end } = await listen(0)
  const asked = fetch(origin)
  await new Promise((done) => setTimeout(done, 100))
  answer(() => new Response('open'))
  expect(await (await asked).text()).toBe('open')
  await end()
})
