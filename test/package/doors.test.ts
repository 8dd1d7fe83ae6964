/** The doors for what a payer sees: safe where there is no page, and no burden to a shop that draws its own. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const run = (code: string, type: 'module' | 'commonjs') =>
  execFileSync(process.execPath, [`--input-type=${type}`, '-e', code], { cwd: root, encoding: 'utf8' }).trim()

const read = (name: string): string => readFileSync(join(root, 'dist', name), 'utf8')

/** A door with what it loads at once, not what it loads later. */
const loadedBy = (name: string, seen = new Set<string>()): readonly string[] => {
  if (seen.has(name)) return []
  seen.add(name)
  const text = read(name)
  const more = [...text.matchAll(/(?:from|import)"\.\/([^"]+)"/g)].flatMap(([, other]) => loadedBy(other ?? '', seen))
  return [text, ...more]
}

const textOf = (door: string): string => loadedBy(`${door}.js`).join('\n')
const gzipOf = (door: string): number => loadedBy(`${door}.js`).reduce((sum, text) => sum + gzipSync(text).length, 0)

const names: Readonly<Record<string, string>> = {
  element: 'definePanel',
  react: 'PaymentPanel usePayment',
  vue: 'PaymentPanel usePayment',
  qr: 'qrMatrix qrSvg',
}

describe.each(Object.keys(names))('isopay/%s', (door) => {
  it('is imported and required by Node, where there is no page', () => {
    const print = "console.log(Object.keys(door).sort().join(' '))"
    expect(run(`import * as door from 'isopay/${door}'; ${print}`, 'module')).toBe(names[door])
    expect(run(`const door = require('isopay/${door}'); ${print}`, 'commonjs')).toBe(names[door])
  })
})

it('defines nothing on a server, though it is asked to', () => {
  expect(run(`import { definePanel } from 'isopay/element'; console.log(definePanel())`, 'module')).toBe('undefined')
})

it('says to a server of React’s that the hook belongs to the client', () => {
  expect(read('react.js')).toMatch(/^"use client"/)
  expect(read('react.cjs')).toMatch(/^"use strict";"use client"/)
})

it('brings no panel to a shop that draws its own', () => {
  expect(textOf('element')).toContain('isopay-panel')
  expect(textOf('index')).not.toContain('isopay-panel')
})

it('brings what draws a code when the first is shown', () => {
  expect(textOf('qr')).toContain('amount of data')
  expect(textOf('element')).not.toContain('amount of data')
})

it('brings neither React nor Vue along', () => {
  expect(textOf('react')).toMatch(/from"react"/)
  expect(textOf('vue')).toMatch(/from"vue"/)
})

it('is small: 11.5 KB for the panel, 1 KB more for a framework, 9.5 KB for codes', () => {
  expect(gzipOf('element')).toBeLessThan(11_500)
  expect(gzipOf('react') - gzipOf('element')).toBeLessThan(1_000)
  expect(gzipOf('vue') - gzipOf('element')).toBeLessThan(1_000)
  expect(gzipOf('qr')).toBeLessThan(9_500)
})
