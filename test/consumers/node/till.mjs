import fs from 'node:fs'
import { detect } from 'isopay'
import { statusAnswer } from 'isopay/contract'
import { createCheckout, createDesk } from 'isopay/till'
import { charged, send } from './merchant.cjs'

const desk = createDesk({ checkout: createCheckout({ send, folder: { fs, path: process.argv[2] } }) })
const charge = await desk.charge('order-1', '134567890123456789')
const { status } = await charge.payment.result
desk.stop()
console.log(detect().platform, statusAnswer.safeParse({}).success, status, charged())
