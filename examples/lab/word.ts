/** The one word that an answer comes to, for the arrow that goes back. */

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {})

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

const ofContract = (body: Fields): string | undefined =>
  text(fieldsOf(body.error).code) ?? text(fieldsOf(body.action).kind) ?? text(body.status)

/** WeChat's and Alipay's words, as a merchant's server reads them. */
const ofGateway = (body: Fields): string | undefined => {
  const [alipay] = Object.entries(body).filter(([name]) => name.endsWith('_response'))
  const inner = fieldsOf(alipay?.[1])
  return text(body.trade_state) ?? text(inner.trade_status) ?? text(inner.sub_code) ?? text(inner.msg)
}

/** What the wallet's app says to the page: its word, silence, or what it shows. */
const ofPhone = (body: Fields): string | undefined => {
  if (body.answer === null) return 'silence'
  const answer = fieldsOf(body.answer)
  return text(answer.err_msg)?.split(':')[1] ?? text(answer.resultCode) ?? text(body.refused)
}

const sum = ({ value }: Fields): string | undefined =>
  typeof value === 'number' ? `¥${(value / 100).toFixed(2)}` : undefined

export const wordOf = (status: number, body: unknown): string => {
  const fields = fieldsOf(body)
  const word = ofContract(fields) ?? ofGateway(fields) ?? ofPhone(fields) ?? sum(fields)
  return word ?? (status < 400 ? 'ok' : text(fields.code)) ?? String(status)
}
