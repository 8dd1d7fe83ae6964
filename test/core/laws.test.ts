/** What no order of events can bring the machine to do. */
import { describe, expect, it } from 'vitest'
import { type Stage, table } from '../../src/core/machine.ts'
import { moves, with_ } from './moves.ts'

describe('the laws, over every order of events', () => {
  it('reaches every stage of the table', () => {
    const reached = new Set(moves().map(({ to }) => to.stage))
    expect([...reached].sort()).toEqual((Object.keys(table) as Stage[]).sort())
  })

  it('tells only the server’s final word', () => {
    expect(new Set(with_('tell').map(({ event }) => event.type))).toEqual(new Set(['final']))
  })

  it('fails only where nothing was invoked, and after the server was asked', () => {
    for (const { from, event } of with_('fail')) {
      expect(from).toMatchObject({ stage: 'checking', invoked: false })
      expect(['pending', 'mute']).toContain(event.type)
    }
    for (const { to, effects } of moves().filter(
      ({ from, to }) => from.stage !== 'checking' && to.stage === 'checking',
    ))
      expect([to.invoked, effects]).toEqual([false, ['ask']])
  })

  it('cancels only out of doubt, on the server’s word that it is unpaid', () => {
    for (const { from, event } of with_('cancel')) expect([from.stage, event.type]).toEqual(['doubting', 'pending'])
  })

  it('invokes only what was just prepared', () => {
    expect(new Set(with_('invoke').map(({ event }) => event.type))).toEqual(new Set(['prepared']))
  })

  it('ends once: a settled payment neither moves nor does anything', () => {
    for (const { from, to, effects } of moves().filter(({ from }) => from.stage === 'settled'))
      expect([to, effects]).toEqual([from, []])
  })

  it('can be stopped, and told the truth, at every stage', () => {
    for (const type of ['stop', 'final'] as const)
      for (const { from, to } of moves().filter(({ event }) => event.type === type))
        expect(to.stage, `${from.stage} on ${type}`).toBe('settled')
  })

  it('has a way on from every stage when time runs out', () => {
    for (const { from, to } of moves().filter(({ event }) => event.type === 'deadline'))
      if (!['checking', 'last', 'settled'].includes(from.stage)) expect(to.stage, from.stage).not.toBe(from.stage)
  })

  it('never forgets that a payment was invoked, unless another id is made', () => {
    for (const { event, to } of moves().filter(({ from }) => from.invoked))
      expect(to.invoked).toBe(event.type !== 'stale' || to.stage !== 'preparing')
  })
})
