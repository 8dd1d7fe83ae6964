/** A self-signed certificate, encoded by hand: RFC 5280 section 4.1, the fields that cannot be left out. */
import { createPublicKey, createSign, randomBytes } from 'node:crypto'

const lengthOf = (size: number): Buffer => {
  if (size < 128) return Buffer.from([size])
  const bytes = Buffer.from(size.toString(16).padStart(size > 255 ? 4 : 2, '0'), 'hex')
  return Buffer.concat([Buffer.from([128 + bytes.length]), bytes])
}

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body])
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const utcTime = (at: Date) => der(0x17, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`))
const bits = (content: Buffer) => der(0x03, Buffer.from([0]), content)

const commonName = Buffer.from('550403', 'hex')
const sha256WithRsa = sequence(der(0x06, Buffer.from('2a864886f70d01010b', 'hex')), der(0x05))

const named = (name: string) => sequence(der(0x31, sequence(der(0x06, commonName), der(0x0c, Buffer.from(name)))))

const fiveYears = 5 * 365 * 24 * 3600 * 1000

/** The first byte stays between 1 and 0x7f, so that the serial is positive and always 40 hex digits. */
const newSerial = () => Buffer.concat([Buffer.from([0x5a]), randomBytes(19)])

/** Certifies a private key (PEM) under a name. `serialNo` is 40 upper-case hex digits, as WeChat Pay shows it. */
export const certify = (privateKey: string, name: string): { certificate: string; serialNo: string } => {
  const serial = newSerial()
  const from = new Date()
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    sha256WithRsa,
    named(name),
    sequence(utcTime(from), utcTime(new Date(from.getTime() + fiveYears))),
    named(name),
    createPublicKey(privateKey).export({ type: 'spki', format: 'der' }),
  )
  const signature = createSign('RSA-SHA256').update(content).sign(privateKey)
  const body = sequence(content, sha256WithRsa, bits(signature)).toString('base64')
  const lines = body.match(/.{1,64}/g) ?? []
  const certificate = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
  return { certificate, serialNo: serial.toString('hex').toUpperCase() }
}
