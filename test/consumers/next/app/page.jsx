import Pay from './pay.jsx'

/** Made on the server for each visitor. */
export const dynamic = 'force-dynamic'

export default function Page() {
  return <Pay order="order-1" amount={{ value: 990, currency: 'CNY' }} />
}
