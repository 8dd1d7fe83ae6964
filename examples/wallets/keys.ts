import { generateKeyPairSync } from 'node:crypto'

/** A new RSA pair of 2048 bits, as PEM: SPKI and PKCS8. */
export const newKeys = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
