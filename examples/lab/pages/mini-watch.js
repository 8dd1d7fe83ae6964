/** For the lab's eyes: what the mini program's payment has come to, and each of its steps. */

const { dataset } = document.querySelector('#status')

export const observe = (detail) => dispatchEvent(new CustomEvent('isopay-trace', { detail }))

const watch = (payment) => {
  const show = () => {
    dataset.phase = payment.state.phase
    dataset.result = payment.state.result?.status ?? ''
  }
  payment.subscribe(show)
  show()
  return payment
}

/** The same checkout, whose payments are watched. */
export const watched = (checkout) => ({
  ...checkout,
  pay: (...args) => watch(checkout.pay(...args)),
  resume: (...args) => {
    const payment = checkout.resume(...args)
    return payment && watch(payment)
  },
})
