let charged = 0

/** How often money was taken. */
exports.charged = () => charged

/** Answers as a shop's server would, where a payment code was paid at once. */
exports.send = async (call, { payment, order, nonce }) => {
  if (call === 'prepare') charged += 1
  const said = { payment, order, nonce, amount: { value: 990, currency: 'CNY' } }
  return call === 'prepare' ? { ...said, expiresInSeconds: 60, action: { kind: 'code' } } : { ...said, status: 'paid' }
}
