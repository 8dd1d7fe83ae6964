/**
 * `npm run till`: a till in a terminal. Type an amount in yuan and Enter, then scan (or paste) the payer's code; `r` and
 * Enter reverses, Ctrl-C ends. `MERCHANT` is the merchant's origin, `DATA_DIR` where the till writes down what it began.
 */
import fs from 'node:fs'
import { type Charge, createCheckout, createDesk, readStream } from 'isopay/till'

const { MERCHANT = 'http://127.0.0.1:4082', DATA_DIR = '.data/till' } = process.env
const endpoint = `${MERCHANT}/pay`
const desk = createDesk({ checkout: createCheckout({ endpoint, folder: { fs, path: DATA_DIR } }) })

interface Sale {
  order: string
  value: number
}
let sale: Sale | null = null

const say = (text: string) => console.log(text)

const open = async (value: number): Promise<void> => {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ title: '到店付款 Paid in the shop', value })
  const answer = await fetch(`${MERCHANT}/orders`, { method: 'POST', headers, body })
  const { order }: { order: string } = await answer.json()
  sale = { order, value }
  say(`¥${(value / 100).toFixed(2)}  请扫付款码 · Scan the payer’s code`)
}

const follow = async (charge: Charge): Promise<void> => {
  if (!charge.taken) return say(`没有收款 · Not charged: ${charge.error.message}`)
  const { status } = await charge.payment.result
  if (status === 'paid') sale = null
  say(`${charge.payment.order.slice(0, 8)}  ${status}`)
}

const scanned = async (code: string): Promise<void> => {
  if (!sale) return say('先输入金额 · An amount first')
  const { order, value } = sale
  await follow(await desk.charge(order, code, { expect: { value, currency: 'CNY' } }))
}

const reverse = async (): Promise<void> => {
  for (const { order } of desk.unresolved()) say(`${order.slice(0, 8)}  ${(await desk.close(order))?.status}`)
}

const entered = async (line: string): Promise<void> => {
  if (/^\d{1,5}(?:\.\d{1,2})?$/.test(line)) await open(Math.round(Number(line) * 100))
  if (line === 'r') await reverse()
}

const complain = (error: unknown) => say(`没有应答 · No answer: ${error instanceof Error ? error.message : error}`)

const end = () => {
  desk.stop()
  process.exit()
}

/** Nothing is echoed: a payment code is a secret also on this screen. */
let line = ''
const hear = (chunk: Buffer) => {
  for (const char of chunk.toString('latin1')) {
    if (char === '\u0003') return end()
    if (char !== '\r' && char !== '\n') line = (line + char).slice(-64)
    else if (line !== '') {
      entered(line).catch(complain)
      line = ''
    }
  }
}

process.stdin.setRawMode?.(true)
process.stdin.on('data', hear)
readStream(process.stdin, (code) => void scanned(code).catch(complain))
desk.subscribe(() => {
  for (const { order, payerAsked } of desk.unresolved())
    say(`${order.slice(0, 8)}  ${payerAsked ? '顾客正在输入密码 · The payer types' : '正在确认 · Asking'}`)
})
say('金额（元），回车 · Amount in yuan, Enter')
for (const { order } of desk.unresolved()) say(`${order.slice(0, 8)}  未了结 · unresolved, asking`)
