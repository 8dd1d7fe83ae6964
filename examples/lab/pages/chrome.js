/** What stands around a page: the PC's address, and the app that the phone has in front. */
import { say } from './words.js'

const apps = {
  wechat: ['微信', 'WeChat'],
  alipay: ['支付宝', 'Alipay'],
  phone: ['浏览器', 'Browser'],
  app: ['小满茶铺 App', 'Tea House app'],
  mini: ['小程序', 'Mini program'],
}

/** The wallets' own screens are told apart by their path. */
const appAt = (place, path) => (place === 'wallets' ? path.split('/')[1] : place)

/** `origins` are the town's, by their place. */
export const openChrome = ({ address, app, phone }, origins) => {
  const placeOf = (origin) => Object.keys(origins).find((place) => origins[place] === origin)
  const show = {
    pc: (_, { origin, path }) => {
      address.textContent = origin.replace('http://', '') + path
    },
    phone: (place, { path }) => {
      const name = appAt(place, path)
      app.textContent = say(apps[name] ?? ['', ''])
      phone.dataset.app = name
    },
  }
  return (told) => show[told.device](placeOf(told.origin), told)
}
