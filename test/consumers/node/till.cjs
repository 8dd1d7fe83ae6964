const fs = require('node:fs')
const { detect } = require('isopay')
const { statusAnswer } = require('isopay/contract')
const { createCheckout, createDesk } = require('isopay/till')
const { charged, send } = require('./merchant.cjs')

const pay = async () => {
  const desk = createDesk({ checkout: createCheckout({ send, folder: { fs, path: process.argv[2] } }) })
  const charge = await desk.charge('order-1', '134567890123456789')
  const { status } = await charge.payment.result
  desk.stop()
  console.log(detect().platform, statusAnswer.safeParse({}).success, status, charged())
}

pay()
