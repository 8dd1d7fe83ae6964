/** Reading a page's URL, and writing the one to come back to, without `URL`. */
import { describe, expect, it } from 'vitest'
import { readReturn, returnUrlFor, withoutIdentity } from '../../src/checkout/returning.ts'

const id = 'a'.repeat(32)
const page = 'https://shop.example:8443/pay?order=1'

describe('the return URL', () => {
  it.each([
    [undefined, `${page}&isopay=${id}`],
    ['https://other.example/back', `https://other.example/back?isopay=${id}`],
    ['/back?a=%2F+b#/route?x=1', `https://shop.example:8443/back?a=%2F+b&isopay=${id}#/route?x=1`],
    [`/back?isopay=${'b'.repeat(32)}&c=2`, `https://shop.example:8443/back?c=2&isopay=${id}`],
  ])('holds the payment id and leaves the rest of %s as it is', (given, expected) => {
    expect(returnUrlFor(id, given, page)).toBe(expected)
  })

  it.each(['', '//evil.example/', 'javascript:alert(1)', 'back'])('is none where %j is none', (given) => {
    expect(returnUrlFor(id, given, page)).toBeUndefined()
  })

  it('is none where there is no page, whatever the shop named', () => {
    expect(returnUrlFor(id, undefined, '')).toBeUndefined()
    expect(returnUrlFor(id, 'https://shop.example/back', '')).toBeUndefined()
  })

  it('brings no identity along: the page may have come from there', () => {
    expect(returnUrlFor(id, undefined, `${page}&code=C&state=${id}`)).toBe(`${page}&isopay=${id}`)
  })
})

describe('coming back', () => {
  it('reads the id, and the code with the payment it was fetched for', () => {
    expect(readReturn(`${page}&isopay=${id}`)).toEqual({ payment: id, identity: null })
    expect(readReturn(`${page}&auth_code=a%2Fb%3D&state=${id}#x`).identity).toEqual({ code: 'a/b=', payment: id })
  })

  it.each(['', 'https://shop.example/', `${page}&isopay=1&state=${id}`, `${page}&code=%E0%A4%A&state=${id}`])(
    'reads nothing out of %j',
    (url) => {
      expect(readReturn(url)).toEqual({ payment: null, identity: null })
    },
  )

  it('takes nothing after the # for an answer', () => {
    expect(readReturn(`https://shop.example/#/pay?isopay=${id}`).payment).toBeNull()
  })

  it('takes the code out, and nothing else', () => {
    expect(withoutIdentity(`${page}&code=C&x=%20+&state=${id}#/a?code=1`)).toBe(`${page}&x=%20+#/a?code=1`)
    expect(withoutIdentity(`https://shop.example/?code=C&state=${id}`)).toBe('https://shop.example/')
  })
})
