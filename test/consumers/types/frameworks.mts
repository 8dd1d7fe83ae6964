import { answers, statusAnswer } from 'isopay/contract'
import * as react from 'isopay/react'
import * as vue from 'isopay/vue'

export const status: 'pending' | 'paid' | 'closed' | 'failed' | 'refunded' = statusAnswer.parse({}).status
export const names: string[] = Object.keys(answers)
export const hooks = [react.usePayment, vue.usePayment]
