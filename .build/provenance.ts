/** Written beside the build: whose code is in it, and how to check that it is this one. */
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'

interface Locked {
  readonly version: string
  readonly license: string
  readonly integrity: string
}

/** The packages whose code is in ours: ky asks, the two others draw QR codes. */
const bundled = ['ky', 'qrcode', 'dijkstrajs']
const depended = ['zod']

const licenceOf = async (name: string): Promise<string> => {
  const folder = `node_modules/${name}`
  const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each))
  return `${name}\n\n${(await readFile(`${folder}/${file}`, 'utf8')).trim()}\n`
}

const writeLicences = async () =>
  writeFile('dist/licenses.txt', (await Promise.all(bundled.map(licenceOf))).join('\n\n'))

/** For `integrity` in a script tag: https://www.w3.org/TR/SRI/ */
const writeHashes = async () => {
  const name = 'isopay.global.js'
  const hash = createHash('sha384').update(await readFile(`dist/${name}`))
  await writeFile('dist/sri.json', `${JSON.stringify({ [name]: `sha384-${hash.digest('base64')}` })}\n`)
}

const componentOf = (name: string, { version, license, integrity }: Locked) => ({
  type: 'library',
  'bom-ref': `pkg:npm/${name}@${version}`,
  name,
  version,
  purl: `pkg:npm/${name}@${version}`,
  licenses: [{ license: { id: license } }],
  hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') }],
  properties: [{ name: 'isopay:bundled', value: String(bundled.includes(name)) }],
})

/** A bill of materials (CycloneDX 1.5), as locked: `npm sbom` does not know of what is bundled. */
const writeBill = async () => {
  const { name, version, license } = JSON.parse(await readFile('package.json', 'utf8'))
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8'))
  const components = [...bundled, ...depended].map((each) => componentOf(each, packages[`node_modules/${each}`]))
  const itself = {
    type: 'library',
    'bom-ref': `pkg:npm/${name}@${version}`,
    name,
    version,
    licenses: [{ license: { id: license } }],
  }
  const dependencies = [{ ref: itself['bom-ref'], dependsOn: components.map((each) => each['bom-ref']) }]
  const format = { bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 }
  const bill = { ...format, metadata: { component: itself }, components, dependencies }
  await writeFile('dist/sbom.json', `${JSON.stringify(bill, null, 2)}\n`)
}

/** After the file for a script tag is there. */
export const writeProvenance = async (): Promise<void> => {
  await Promise.all([writeLicences(), writeHashes(), writeBill()])
}
