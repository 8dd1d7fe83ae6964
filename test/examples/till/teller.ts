/** A till process: charges one order with one code, tells its parent each step, and ends with the desk's last word. */
import fs from 'node:fs'
import type { Payment } from '../../../src/core/words.ts'
import { createCheckout, createDesk } from '../../../src/till.ts'

const [endpoint = '', path = '', order = '', code = ''] = process.argv.slice(2)
const say = (step: string) => fs.writeSync(1, `${step}\n`)

const desk = createDesk({ checkout: createCheckout({ endpoint, folder: { fs, path } }) })
say('ready')

const wordOn = async (payment: Payment): Promise<string> => {
  const { status } = await payment.result
  if (status !== 'pending') return status
  await new Promise((done) => setTimeout(done, 100))
  const [again] = desk.unresolved()
  return again ? wordOn(again.payment) : 'none'
}

const charge = await desk.charge(order, code)
say(charge.taken ? 'taken' : 'refused')
const { payment } = charge
say(`word ${payment ? await wordOn(payment) : 'none'}`)
process.exit()
